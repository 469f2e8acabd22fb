import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { IdeaSource, IdeaStage } from '../../../shared/ideas/idea.ts'
import type { PostOrigin } from '../../../shared/posts/post.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { draftFromIdea } from './draft-from-idea.ts'
import { createIdeasRepository } from './ideas-repository.ts'

export interface IdeasNeeds {
  readonly posts: Pick<PostsService, 'createDraft' | 'summary'>
  readonly accounts: Pick<AccountsService, 'list'>
}

const missing = studioError('not_found', 'no such idea in this workspace')

/** Thoughts of one client before they are posts. An idea knows its post; what became of that is the post's to tell. */
export function createIdeas(context: WorkspaceContext, { posts, accounts }: IdeasNeeds): Feature {
  const repository = createIdeasRepository(context.database)
  const told = (ideaId: string): void => context.emit('ideas.changed', { workspaceId: context.workspace().id, ids: [ideaId] })

  function move(ideaId: string, stage: IdeaStage, before: string | null): boolean {
    return context.database.transaction(() => {
      if (repository.read(ideaId) === null) return false
      const others = repository.list().filter((idea) => idea.stage === stage && idea.id !== ideaId).map(({ id }) => id)
      const place = before === null ? -1 : others.indexOf(before)
      repository.arrange(stage, place === -1 ? [...others, ideaId] : [...others.slice(0, place), ideaId, ...others.slice(place)])
      return true
    }).immediate()
  }

  function openDraft(ideaId: string, newPostId: string): Result<{ postId: string }> {
    const idea = repository.read(ideaId)
    if (idea === null) return fail(missing)
    if (idea.postId !== null && posts.summary(idea.postId) !== null) return succeed({ postId: idea.postId })
    // As in a new post, the client's accounts are chosen already.
    const content = { ...draftFromIdea(idea), targets: accounts.list().map((account) => ({ accountId: account.id, variant: null })) }
    const made = posts.createDraft({ postId: newPostId, content, plannedFor: null, ...(idea.source === null ? {} : { origin: originOf(idea.source) }) })
    if (!made.ok) return made
    repository.setPost(ideaId, newPostId)
    if (idea.stage === 'idea') move(ideaId, 'to_write', null)
    told(ideaId)
    return succeed({ postId: newPostId })
  }

  return {
    handlers: {
      'ideas.list': () => succeed({ ideas: repository.list().map((idea) => ({ ...idea, post: idea.postId === null ? null : posts.summary(idea.postId) })) }),
      'ideas.save': ({ idea }) => {
        const record = { ...idea, updatedAt: context.clock.now() }
        if (repository.read(idea.id) === null) repository.add(record)
        else repository.rewrite(record)
        told(idea.id)
        return succeed({})
      },
      'ideas.move': ({ ideaId, stage, before }) => {
        if (!move(ideaId, stage, before)) return fail(missing)
        told(ideaId)
        return succeed({})
      },
      'ideas.remove': ({ ideaId }) => {
        // Removed already: the answer was lost.
        if (repository.remove(ideaId)) told(ideaId)
        return succeed({})
      },
      'ideas.openDraft': ({ ideaId, newPostId }) => openDraft(ideaId, newPostId)
    }
  }
}

function originOf({ feedItemId, url, title }: IdeaSource): PostOrigin {
  return { kind: 'watch', feedItemId, url, title }
}
