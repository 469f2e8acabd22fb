import type { FakeAnswer, FakeRequest } from '../../contract/fake-network.ts'

/** How a network recognises a repeat: a key in a header, an id that we choose, a look before a repeat, or not at all. */
export const networkKinds = ['header_key', 'client_id', 'look_up', 'none'] as const
export type NetworkKind = (typeof networkKinds)[number]

/** One thing that everybody can see on a network. */
export interface Publication {
  readonly kind: NetworkKind
  /** As the account's `serverUrl` and `remoteId` tell it apart on its network. */
  readonly account: string
  readonly text: string
}

/**
 * What a request is to the torture. `create`: it makes something public. `subject`: what it is about, so that the plan can be the same in each
 * run; of a create the account and the mark of its post.
 */
export interface RequestMeaning {
  readonly step: 'create' | 'prepare' | 'look' | 'session'
  readonly subject: string
}

/** A network in memory, with many accounts, that behaves; what goes wrong is done by the listener in front of it. */
export interface TortureNetwork {
  readonly kind: NetworkKind
  meaningOf(request: FakeRequest): RequestMeaning
  answer(request: FakeRequest, origin: string): FakeAnswer
  /** What everybody can see, each as often as it is there. */
  publications(): readonly Publication[]
  /** Every access of this account ends now, so that the user has to log in anew. Left out where that cannot be. */
  revoke?(account: string): void
}

/** Which post of the plan it is: each text names it. Empty when it is none. */
export function markOf(text: string): string {
  return /\bPost \d+\b/.exec(text)?.[0] ?? ''
}
