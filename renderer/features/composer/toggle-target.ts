import { t } from 'i18next'
import { networkGroup } from '../../../shared/networks/network-group.ts'
import { hasOwnInPost, ownInPost, type OwnInPost } from '../../../shared/posts/kept-together.ts'
import { beginningTerms, termsAsWord } from '../../../shared/posts/post-terms.ts'
import type { ReadyState } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { rememberUndoHere } from './undo-here.ts'

type Store = Pick<ComposerStore, 'state' | 'change'>

interface TakenOut {
  readonly owned: OwnInPost
  readonly place: number
}

interface KeptOut extends TakenOut {
  /** Ends what is said of it, and the offer to put it back. */
  readonly forget: () => void
}

/** What accounts had that were taken out of the post in this composer. */
const takenOut = new WeakMap<Store, Map<string, KeptOut>>()

/** Takes an account into the post, or out of it. One that is chosen again has what it had for itself before, its kind of post, its warning and its terms too. */
export function toggleTarget(store: Store, workspaceId: string, accountId: string): void {
  const now = store.state.getState()
  if (now.kind !== 'ready') return
  const owned = ownInPost(now.post.content, accountId)
  if (owned === null) takeIn(store, now, accountId)
  else takeOut(store, workspaceId, now, { owned, place: now.post.content.targets.findIndex((target) => target.accountId === accountId) })
}

function takeIn(store: Store, { accounts }: ReadyState, accountId: string): void {
  const before = takenOut.get(store)?.get(accountId)
  takenOut.get(store)?.delete(accountId)
  before?.forget()
  const account = accounts.find(({ id }) => id === accountId)
  // With whom the account is kept, and as its last post went.
  if (before === undefined) store.change({ kind: 'toggle_target', accountId, group: account === undefined ? null : networkGroup(account), ...(account === undefined ? {} : beginningTerms(account)) })
  else store.change({ kind: 'put_target_back', owned: before.owned, place: before.place })
}

function takeOut(store: Store, workspaceId: string, { accounts, post }: ReadyState, taken: TakenOut): void {
  const { accountId, categories, format, framing, terms } = taken.owned.target
  takenOut.get(store)?.delete(accountId)
  store.change({ kind: 'toggle_target', accountId })
  const account = accounts.find(({ id }) => id === accountId)
  const hasTerms = termsAsWord(terms) !== termsAsWord(account === undefined ? undefined : beginningTerms(account).terms)
  if (!hasOwnInPost(post.content, accountId) && [categories, format, framing].every((one) => one === undefined) && !hasTerms) return
  const handle = account?.handle ?? ''
  const forget = rememberUndoHere(store, {
    workspaceId,
    label: t('composer:targetRemoved', { handle }),
    detail: t('composer:targetRemovedOwn'),
    will: t('composer:targetBack', { handle }),
    undone: t('composer:targetBack', { handle }),
    async undo() {
      takenOut.get(store)?.delete(accountId)
      store.change({ kind: 'put_target_back', ...taken })
      return null
    }
  })
  takenOut.set(store, (takenOut.get(store) ?? new Map<string, KeptOut>()).set(accountId, { ...taken, forget }))
}
