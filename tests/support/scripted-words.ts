import type { NetworkCapabilities } from '../../shared/networks/network-capabilities.ts'
import type { Publisher } from '../../electron/engine/networks/network-publisher.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { RemoteRecord } from './scripted-adapter.ts'

export interface Sought {
  readonly key: string
  readonly text: string
  isAnothers(remoteId: string): boolean
}

/** Whether this record is what is looked for: by its words where the network goes by them, else by the key. */
export function isSought({ idempotency }: Pick<NetworkCapabilities, 'idempotency'>, looksByWords: boolean, record: RemoteRecord, sought: Sought): boolean {
  if (!looksByWords || idempotency === 'client_chosen_id') return record.idempotencyKey === sought.key
  return record.text === sought.text && !sought.isAnothers(record.remoteId)
}

/** The list of a network that finds things by an id of ours alone. */
export function listOf({ idempotency }: Pick<NetworkCapabilities, 'idempotency'>, looksByWords: boolean, records: readonly RemoteRecord[]): Pick<Publisher, 'listSince'> {
  if (!looksByWords || idempotency !== 'client_chosen_id') return {}
  return {
    listSince: async (_session: AccountSession, since: number) => ({ ok: true as const, value: { posts: records.filter(({ at }) => at >= since).map(({ remoteId, text, at }) => ({ remoteId, text, url: null, publishedAt: at })), isComplete: true } })
  }
}
