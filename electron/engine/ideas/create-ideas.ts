import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import type { IdeaStage } from '../../../shared/ideas/idea.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { draftFromIdea } from './draft-from-idea.ts'
import { createIdeaWordsRepository } from './idea-words-repository.ts'
import { createIdeasRepository, type IdeaRecord } from './ideas-repository.ts'

export interface IdeasNeeds {
  readonly posts: Pick<PostsService, 'writeDraft' | 'planDraft' | 'summary' | 'tell'>
  readonly accounts: Pick<AccountsService, 'list'>
}

const missing = studioError('not_found', 'no such idea in this workspace')

/** Thoughts of one client before they are posts. An idea knows its post; what became of that is the post's to tell. */
export function createIdeas(context: WorkspaceContext, { posts, accounts }: IdeasNeeds): Feature {
  const repository = createIdeasRepository(context.database)
  const words = createIdeaWordsRepository(context.database)
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

  /** Inside the caller's transaction: the draft that the idea has, else a new one; `plan` as for a save, left out where the draft keeps what it has. */
  function draftOf(idea: IdeaRecord, newPostId: string, plan?: { readonly plannedFor: string; readonly plansSecond?: boolean | undefined }): Result<{ postId: string; isNew: boolean }> {
    const { postId, source } = idea
    if (postId !== null && posts.summary(postId) !== null) {
      const planned = plan === undefined ? succeed(null) : posts.planDraft({ postId, ...plan })
      return planned.ok ? succeed({ postId, isNew: false }) : planned
    }
    // As in a new post, the client's accounts are chosen already.
    const content = { ...draftFromIdea(idea), targets: accounts.list().map((account) => ({ accountId: account.id, variant: null })) }
    const made = posts.writeDraft({ postId: newPostId, content, plannedFor: null, ...plan, ...(source === null ? {} : { origin: source }) })
    if (!made.ok) return made
    repository.setPost(idea.id, newPostId)
    return succeed({ postId: newPostId, isNew: true })
  }

  /** In one transaction; the card goes on where the draft says that it should. */
  function withDraft(ideaId: string, act: (idea: IdeaRecord) => Result<{ postId: string; isNew: boolean }>): Result<{ postId: string; isNew: boolean }> {
    const done = context.database.transaction(() => {
      const idea = repository.read(ideaId)
      return idea === null ? fail(missing) : act(idea)
    }).immediate()
    if (!done.ok) return done
    posts.tell([done.value.postId])
    told(ideaId)
    return done
  }

  function openDraft(ideaId: string, newPostId: string): Result<{ postId: string }> {
    const { stage, postId } = repository.read(ideaId) ?? { stage: null, postId: null }
    // Nothing is written: it is only opened.
    if (postId !== null && posts.summary(postId) !== null) return succeed({ postId })
    return withDraft(ideaId, (idea) => {
      const made = draftOf(idea, newPostId)
      if (made.ok && stage === 'idea') move(ideaId, 'to_write', null)
      return made
    })
  }

  const plan = ({ ideaId, newPostId, plannedFor, plansSecond }: RequestInput<'ideas.plan'>): Result<{ postId: string; isNew: boolean }> =>
    withDraft(ideaId, (idea) => {
      const planned = draftOf(idea, newPostId, { plannedFor, plansSecond })
      if (planned.ok && idea.stage !== 'ready') move(ideaId, 'ready', null)
      return planned
    })

  return {
    handlers: {
      'ideas.list': () => succeed({ ideas: repository.list().map((idea) => ({ ...idea, post: idea.postId === null ? null : posts.summary(idea.postId) })), words: [...words.list()] }),
      'ideas.save': ({ idea }) => {
        const record = { ...idea, updatedAt: context.clock.now() }
        context.database.transaction(() => {
          if (repository.read(idea.id) === null) repository.add(record)
          else repository.rewrite(record)
          words.remove(idea.id)
        }).immediate()
        told(idea.id)
        return succeed({})
      },
      'ideas.keepWords': ({ ideaId, words: written }) => {
        // The board shows whether there are any, not their letters.
        const isNews = written === null ? words.remove(ideaId) : words.keep({ ideaId, ...written }, context.clock.now())
        if (isNews) told(ideaId)
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
      'ideas.openDraft': ({ ideaId, newPostId }) => {
        const opened = openDraft(ideaId, newPostId)
        return opened.ok ? succeed({ postId: opened.value.postId }) : opened
      },
      'ideas.plan': plan
    }
  }
}
