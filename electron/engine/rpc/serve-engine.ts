import { fail, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { Engine } from '../create-engine.ts'
import type { EngineEnvironment } from '../engine-environment.ts'
import { createFindRoutes } from '../http/find-routes.ts'
import { createProxyLogins, type ProxyLogins } from '../http/proxy-logins.ts'
import type { HttpClient } from '../http/http-client.ts'
import type { FindRoutes } from '../http/route.ts'
import type { Logger } from '../log/logger.ts'
import { createMainSecrets } from '../secrets/main-secrets.ts'
import type { Clock } from '../time/clock.ts'
import { createMainLink, type EnginePort, type MainLink } from './main-link.ts'

export interface ServeEngineNeeds {
  readonly port: EnginePort
  readonly log: Logger
  readonly clock: Clock
  /** Everything of the environment that does not come over the link. */
  readonly environment: Omit<EngineEnvironment, 'log' | 'secrets' | 'emit' | 'http' | 'proxyLogins'>
  /** The door to the network; main knows by which way each server is reached. */
  openHttp(findRoutes: FindRoutes, proxyLogins: ProxyLogins): HttpClient
  create(environment: EngineEnvironment): Promise<Result<Engine>>
  /** Ends the process, once the last answer is on its way. */
  end(): void
}

/**
 * Joins an engine to its parent: says "ready" once it can answer, answers each request exactly once, hands out events and log lines.
 * An engine that cannot start (its list was made by a newer Vigie, the disk is full) is "ready" too, and answers every request with the reason. A reason that may
 * pass is tried again until it has.
 * Resolves, once it serves, to the way to end it without being asked by the parent.
 */
export async function serveEngine({ port, log, clock, environment, openHttp, create, end }: ServeEngineNeeds): Promise<{ stop(): Promise<void> }> {
  const early: (() => void)[] = []
  let answer: ((name: string, input: unknown) => Promise<Result<unknown>>) | null = null

  async function reply(sequence: number, name: string, input: unknown): Promise<void> {
    const result = answer === null ? fail(studioError('engine_starting', 'the engine is starting', { retryable: true })) : await answer(name, input)
    port.post({ kind: 'reply', sequence, result })
    if (name === 'engine.stop') end()
  }

  const link = createMainLink({
    port,
    clock,
    onRequest({ sequence, name, input }) {
      if (answer === null) early.push(() => void reply(sequence, name, input))
      else void reply(sequence, name, input)
    },
    onNonsense: () => log.error('a message from main could not be understood')
  })

  const secrets = createMainSecrets(link)
  const proxyLogins = createProxyLogins({ secrets, onChange: () => port.post({ kind: 'event', name: 'proxies.changed', payload: {} }) })
  const handle = await startEngine({ create, clock }, {
    ...environment,
    log,
    secrets,
    proxyLogins,
    http: openHttp(createFindRoutes({ clock, ask: (origin) => askForRoute(link, origin) }), proxyLogins),
    emit: (name, payload) => port.post({ kind: 'event', name, payload })
  })
  answer = handle
  port.post({ kind: 'ready' })
  for (const begin of early) begin()
  return {
    async stop() {
      await handle('engine.stop', {})
      end()
    }
  }
}

async function askForRoute(link: MainLink, origin: string): Promise<string | null> {
  const answer = await link.question('network.route', { origin })
  return answer.ok ? answer.value : null
}

/** Between two tries to start on a disk that is full, cannot be written, or is locked. */
const startAgainMs = 20_000

async function startEngine({ create, clock }: Pick<ServeEngineNeeds, 'create' | 'clock'>, environment: EngineEnvironment): Promise<Engine['handle']> {
  let created = await create(environment)
  let isEnding = false
  let trying: Promise<void> = Promise.resolve()

  async function startAgain(): Promise<void> {
    if (isEnding) return
    created = await create(environment)
    if (created.ok) environment.emit('studio.changed', {})
    else startLater(created.error)
  }

  function startLater({ code, message, retryable }: StudioError): void {
    environment.log.error(`the engine cannot start: ${code}: ${message}`)
    if (retryable && !isEnding) clock.after(startAgainMs, () => void (trying = startAgain()))
  }

  if (!created.ok) startLater(created.error)
  return async (name, input) => {
    if (name === 'engine.stop') {
      isEnding = true
      await trying
    }
    return created.ok ? created.value.handle(name, input) : created
  }
}
