import { t } from 'i18next'
import type { PostContent, PostTarget } from '../../../../shared/posts/post.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import { rememberUndo } from '../../../shell/undo-store.ts'
import type { ContentChange } from '../composer-changes.ts'
import type { ComposerStore } from '../composer-store.ts'
import { partIdAt, placeOfPart } from '../thread/part-place.ts'
import { partAsContent } from '../thread/thread-changes.ts'
import type { OwnThing } from './own-text.ts'

const follows = { text: 'follow_base', title: 'follow_title', tags: 'follow_tags', teaser: 'follow_teaser', link: 'follow_link', media: 'follow_media' } as const

export interface GivenUp {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly accountId: string
  /** The account, as people know it. */
  readonly name: string
  readonly thing: OwnThing
}

/** The account follows what everybody gets again. What was its own comes back by the toast's button or by the key, into the part it stood in; the answer forgets that. */
export function giveUpOwn({ workspaceId, store, accountId, name, thing }: GivenUp): () => void {
  const now = store.state.getState()
  const owned = now.kind === 'ready' ? targetOf(partAsContent(now.post.content, now.part), accountId) : undefined
  if (now.kind !== 'ready' || owned === undefined) return () => undefined
  const give: ContentChange = { kind: follows[thing], accountId }
  const { document } = partAsContent(now.post.content, now.part)
  if (thing === 'text' && documentToText(owned.variant ?? document) === documentToText(document)) {
    store.change(give)
    return () => undefined
  }
  const partId = partIdAt(now.post.content, now.part)
  store.change(give)
  return rememberUndo({
    workspaceId,
    label: t(`variants:gaveUp.${thing}`, { name }),
    will: t(`variants:willComeBack.${thing}`, { name }),
    undone: t(`variants:cameBack.${thing}`, { name }),
    undo: async () => {
      if (!putBack(store, partId, { kind: 'put_back', thing, owned })) return { code: 'post_not_editable', message: 'the own text has no place any more', retryable: false }
      return null
    }
  })
}

function putBack(store: ComposerStore, partId: string | null, change: ContentChange & { readonly kind: 'put_back' }): boolean {
  const now = store.state.getState()
  if (now.kind !== 'ready') return false
  const { content } = now.post
  const part = placeOfPart(content, partId)
  if (part === null || targetOf(content, change.owned.accountId) === undefined) return false
  store.showPart(part)
  store.edit(change.owned.accountId)
  store.change(change)
  const after = store.state.getState()
  return after.kind === 'ready' && after.post.content !== content
}

function targetOf({ targets }: Pick<PostContent, 'targets'>, accountId: string): PostTarget | undefined {
  return targets.find((target) => target.accountId === accountId)
}
