import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { Clock } from '../../electron/engine/time/clock.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { discordForum } from './discord-forum-under-test.ts'
import type { FakeAnswer, FakeNetwork, FakeRequest } from './fake-network.ts'
import { startHostileServer } from './hostile-server.ts'

export interface NetworkRigOptions {
  /** Left out: an ordinary one. */
  readonly network?: FakeNetwork
  /** What the network says instead. */
  readonly change?: (request: FakeRequest, answer: FakeAnswer) => FakeAnswer
  /** Left out: the real time, and nothing that waits is ever waited for. */
  readonly clock?: Clock
}

const standingClock: Clock = { now: () => Date.now(), after: () => () => undefined }

/** One network by its name, as a test of something that few others have needs it: the adapter on a server that may misbehave, and all that it sends. It ends with the test. */
export async function startNetworkRig(name: string, { network: given, change = (_, answer) => answer, clock = standingClock }: NetworkRigOptions = {}) {
  const under = [...adaptersUnderTest, discordForum].find((each) => each.name === name)
  if (under === undefined) throw new Error(`no adapter of that name is tested: ${name}`)
  const network = given ?? under.createNetwork()
  const server = await startHostileServer({ ...network, answer: (request, origin) => change(request, network.answer(request, origin)) })
  const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  onTestFinished(async () => {
    http.close()
    await server.stop()
  })
  const ledger = createRequestLedger()
  const adapter = under.createAdapter({ http: ledger.watch(http), clock })
  const session = under.createSession(server.url, adapter)
  return {
    network, server, adapter, session,
    send: (draft: Draft) => adapter.publisher.publish(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() }),
    /** A minute after it was sent. */
    find: (draft: Draft) => adapter.publisher.findPublished(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now(), sentAt: Date.now() - 60_000 }),
    /** What the network's own description has against the requests; nothing where there is none to hold them against. */
    complaints: () => (hasSharedFolder ? ledger.complaints(under.loadDescription()) : [])
  }
}
