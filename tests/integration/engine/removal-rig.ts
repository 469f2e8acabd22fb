import type { Result } from '../../../shared/contract/result.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { contentOf } from '../outbox/publish.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

/** A client with one account, to be removed. */
export interface RemovalRig {
  readonly engine: TestEngine
  readonly network: ScriptedServer
  readonly workspaceId: string
  readonly accountId: string
  /** Lets the sends of what is called slow end. */
  answerLate(): void
  /** Scheduled for a wall clock in Paris, or leaving now. */
  post(text: string, at?: string): Promise<string>
  /** The removal, with time going on as long as it waits. */
  remove(options?: { leaveAtNetworks?: boolean }): Promise<Result<Record<string, never>>>
}

/** Answers only when the test says so, whatever is aborted: as a socket that nobody closes. */
function deaf(adapter: NetworkAdapter, late: Promise<void>): NetworkAdapter {
  return {
    ...adapter,
    publisher: {
      ...adapter.publisher,
      async publish(session, draft, intent) {
        const sent = adapter.publisher.publish(session, draft, intent)
        if (draft.text.includes('slow')) await late
        return sent
      }
    }
  }
}

export async function startRemovalRig(): Promise<RemovalRig> {
  let answerLate = (): void => undefined
  const late = new Promise<void>((resolve) => (answerLate = resolve))
  const network = createScriptedServer('wordpress', { now: () => engine.now() })
  const engine: TestEngine = await startTestEngine({ adapters: [deaf(network.adapter, late)] })
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const { id: accountId } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://site.example', identifier: 'lea', appPassword: 'secret-of-lea' })
  return {
    engine,
    network,
    workspaceId,
    accountId,
    answerLate: () => answerLate(),
    async post(text, at) {
      const postId = engine.random.id()
      const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf(text, [accountId]) })
      await engine.ask('posts.schedule', { workspaceId, postId, revision, when: at === undefined ? { kind: 'now' } : { kind: 'at', localDateTime: at } })
      await engine.settle()
      return postId
    },
    async remove(options = {}) {
      let isAnswered = false
      const asked = engine.request('workspaces.remove', { workspaceId, ...options }).finally(() => (isAnswered = true))
      for (let second = 0; second < 25 && !isAnswered; second += 1) await engine.advance(1000)
      return asked
    }
  }
}
