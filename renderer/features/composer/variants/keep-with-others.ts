import { t } from 'i18next'
import { ownInPost, takersOf } from '../../../../shared/posts/kept-together.ts'
import { rememberUndo } from '../../../shell/undo-store.ts'
import type { ComposerStore } from '../composer-store.ts'

export interface KeptWithOthers {
  readonly workspaceId: string
  readonly store: ComposerStore
  /** Whose things the others get. */
  readonly from: string
  readonly others: readonly string[]
  readonly group: string
  /** The network, as people know it. */
  readonly network: string
}

/** The others have what this account has, from here on; what they had for themselves comes back by the toast's button or by the key. The answer forgets that. */
export function keepWithOthers({ workspaceId, store, from, others, group, network }: KeptWithOthers): () => void {
  const now = store.state.getState()
  if (now.kind !== 'ready') return () => undefined
  const { content } = now.post
  const takers = takersOf(content, from, others, group)
  const owned = takers.flatMap((id) => ownInPost(content, id) ?? [])
  const wasAlone = content.targets.some(({ accountId, together }) => accountId === from && together === undefined)
  store.change({ kind: 'keep_together', accountId: from, others, group })
  return rememberUndo({
    workspaceId,
    label: t('variants:together.done', { network, count: takers.length }),
    will: t('variants:together.will', { network }),
    undone: t('variants:together.undone', { network }),
    undo: async () => {
      store.change({ kind: 'give_back', owned })
      if (wasAlone) store.change({ kind: 'set_apart', accountId: from })
      return null
    }
  })
}
