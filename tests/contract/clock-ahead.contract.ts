import { expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Published } from '../../electron/engine/networks/network-publisher.ts'
import type { NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { passAtOnce } from '../support/pass-at-once.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import type { HostileServer } from './hostile-server.ts'

/** What every adapter promises that can tell at all: a list is not asked for by a clock that may be wrong. */
export function describeClockAheadContract(given: () => { readonly server: HostileServer }, _publish: () => Promise<NetworkResult<Published>>, subject: AdapterUnderTest): void {
  it.skipIf(subject.isBlind)('finds what arrived also where this computer’s clock is hours ahead of the network’s', async () => {
    const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    let ahead = 2 * 3_600_000
    const adapter = subject.createAdapter({ http, clock: { now: () => Date.now() + ahead, after: passAtOnce((ms) => (ahead += ms)) } })
    const session = subject.createSession(given().server.url, adapter)
    const media = subject.fileOf !== undefined || subject.needsPicture === true ? [subject.fileOf?.('point') ?? pictureOf('un point')] : []
    const draft = draftOf('Bonjour à tous', { title: 'Bonjour à tous', media })
    const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
    const sentAt = Date.now() + ahead
    const published = valueOf(await adapter.publisher.publish(session, draft, intent))
    ahead += 90_000
    expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt, since: sentAt }))).toEqual(published)
    http.close()
  })
}
