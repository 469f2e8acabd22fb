import { succeed, type Result } from '../../../shared/contract/result.ts'
import { mediaIdsOf } from '../../../shared/posts/post-parts.ts'
import { beginningTerms, chosenAnew } from '../../../shared/posts/post-terms.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { draftFromSource } from './draft-from-source.ts'
import { planDraft, type PlanNeeds } from './plan-draft.ts'
import type { NewDraft, PostsService } from './posts-service.ts'
import { saveDraft, type SaveNeeds } from './save-draft.ts'
import { stillThere } from './still-there.ts'

type NewDrafts = Pick<PostsService, 'createDraft' | 'createDraftFromSource' | 'writeDraft' | 'planDraft'>

/** Drafts that other features begin. One that is there was made by the same call before, and may have been written on since. */
export function createNewDrafts(needs: SaveNeeds & PlanNeeds & Parameters<typeof stillThere>[0] & { readonly accounts: Pick<AccountsService, 'list'> }): NewDrafts {
  const { context, repository } = needs

  function writeDraft({ content, ...draft }: NewDraft): Result<null> {
    if (repository.read(draft.postId) !== null) return succeed(null)
    const saved = saveDraft(needs, { ...draft, revision: 0, content: stillThere(needs, { ...content, targets: chosenAnew(content.targets, mediaIdsOf(content).length > 0) }) })
    return saved.ok ? succeed(null) : saved
  }

  function createDraft(draft: NewDraft): Result<null> {
    const isThere = repository.read(draft.postId) !== null
    const written = writeDraft(draft)
    if (written.ok && !isThere) context.emit('posts.changed', { workspaceId: context.workspace().id, ids: [draft.postId] })
    return written
  }

  return {
    writeDraft,
    createDraft,
    createDraftFromSource({ postId, origin, ...source }) {
      // As in a new post, the client's accounts are chosen already.
      const targets = needs.accounts.list().map((account) => ({ accountId: account.id, variant: null, ...beginningTerms(account) }))
      return createDraft({ postId, content: { ...draftFromSource(source), targets }, plannedFor: null, origin })
    },
    planDraft: (plan) => planDraft(needs, plan)
  }
}
