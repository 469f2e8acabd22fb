import { describe, expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { createCallRecorder, recordCalls, type CallRecorder } from '../../electron/engine/networks/network-calls.ts'
import { secretWords } from '../../electron/engine/networks/secret-words.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import type { HostileServer } from './hostile-server.ts'

interface Given {
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** What of a secret opens something: the rest are ids and names. */
function opening({ secret, account }: AccountSession, ids: readonly string[]): readonly string[] {
  return secretWords(secret).filter((word) => !ids.includes(word) && !account.remoteId.includes(word) && !account.handle.includes(word) && word !== account.serverUrl)
}

/** What every adapter's calls leave in the ledger. */
export function describeRecordedCallsContract(given: () => Given, publish: () => Promise<unknown>, { idsInSecret = [] }: Pick<AdapterUnderTest, 'idsInSecret'>): void {
  describe('what is written down of its calls', () => {
    async function recorded(work: () => Promise<unknown>, recorder: CallRecorder = createCallRecorder()) {
      await recordCalls(recorder, work)
      return recorder.read()
    }

    it('is each request that arrived, with its status', async () => {
      const { server } = given()
      const { calls, leftOut } = await recorded(publish)
      expect(leftOut).toBe(0)
      expect(calls.reduce((sum, { times = 1 }) => sum + times, 0)).toBe(server.requests.length)
      expect(calls.at(-1)).toMatchObject({ method: server.requests.at(-1)!.method, reached: true, said: '' })
      expect(calls.map(({ status }) => Math.floor((status ?? 0) / 100))).toEqual(calls.map(() => 2))
    })

    it('is the refusal in the network’s words', async () => {
      given().server.spoil(() => true, { name: 'no', isDone: false, spoil: (response) => void response.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify({ message: 'Text is too long' })) })
      const { calls } = await recorded(publish)
      expect(calls.at(-1)).toMatchObject({ status: 422, said: expect.stringContaining('Text is too long') as string })
    })

    it('holds no secret: not in an address, and not where the network repeats it', async () => {
      const { server, adapter, session } = given()
      const secrets = opening(session, idsInSecret)
      expect(secrets).not.toEqual([])
      const work = async (): Promise<void> => {
        await publish()
        await adapter.connect.whoAmI(session)
        await adapter.inbox?.fetchSince(session, null)
      }
      // By its form alone, as where nobody said what the secret is.
      const plain = JSON.stringify((await recorded(work)).calls.map(({ method, host, path }) => ({ method, host, path })))
      expect(secrets.filter((word) => plain.includes(word))).toEqual([])
      server.spoil(() => true, { name: 'an echo', isDone: false, spoil: (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ message: `refused ${secrets.join(' and ')}` })) })
      const recorder = createCallRecorder()
      recorder.hide(session.secret)
      const echoed = JSON.stringify(await recorded(work, recorder))
      expect(echoed).toContain('refused')
      expect(secrets.filter((word) => echoed.includes(word))).toEqual([])
    })
  })
}
