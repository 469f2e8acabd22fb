import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import type { MediaToSend } from '../../electron/engine/networks/network-media.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { Clock } from '../../electron/engine/time/clock.ts'
import type { NetworkDescription } from './descriptions/network-description.ts'
import type { FakeNetwork } from './fake-network.ts'

/** What the suite has to know of a network. */
export interface AdapterUnderTest {
  readonly name: string
  createNetwork(): FakeNetwork
  createAdapter(needs: { http: HttpClient; clock: Clock }): NetworkAdapter
  createSession(serverUrl: string, adapter: NetworkAdapter): AccountSession
  /** The remote id of something of others, as the network would write it. */
  readonly remoteIdExample: string
  /** The remote id of a post that never was, where the example is one that nobody has asked for yet. */
  readonly neverThere?: string
  /** The network knows no repeat and shows nothing of what was sent: the user is asked (`idempotency: 'ask'`). */
  readonly isBlind?: true
  /** What is not among the account's posts may be out all the same, for few people: nobody can tell. */
  readonly neverSaysNone?: true
  /** A post there is a file of this kind, and nothing goes without it; the name comes without its ending. Left out: pictures may stand beside a text. */
  fileOf?(name: string): MediaToSend
  /** Who may not read what was written gets an empty list instead of a refusal. */
  readonly hidesWithEmptyLists?: true
  /** The network tells programs nothing of what others say: it has no inbox. */
  readonly hasNoInbox?: true
  /** Nothing is published there without a picture. */
  readonly needsPicture?: true
  /** What was published stays, as far as programs go; what was answered can be taken away. */
  readonly deletesOnlyAnswers?: true
  /** What was published stays, as far as programs go, and nothing else can be taken away either. */
  readonly deletesNothing?: true
  /** What people say in this channel cannot be closed to answers; in a channel of another kind, which is tested too, it can. */
  readonly locksElsewhere?: true
  /** The network makes two of what a proxy delivers twice, and says nothing. */
  readonly takesTwice?: true
  /** What its secret holds beside the account's own id that opens nothing: everybody there sees it in addresses. */
  readonly idsInSecret?: readonly string[]
  /** The network's description: every request of the suite is held against it. Read only where ../shared is there. */
  loadDescription(): NetworkDescription
}
