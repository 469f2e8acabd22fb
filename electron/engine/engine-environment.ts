import type { EngineTestOptions } from '../../shared/contract/engine-options.ts'
import type { EventName, EventPayload } from '../../shared/contract/event-map.ts'
import type { HttpClient } from './http/http-client.ts'
import type { ProxyLogins } from './http/proxy-logins.ts'
import type { ImageWork } from './images/image-work.ts'
import type { Logger } from './log/logger.ts'
import type { NetworkAdapter } from './networks/network-adapter.ts'
import type { Random } from './random.ts'
import type { EngineSecrets } from './secrets/engine-secrets.ts'
import type { SpellingFiles } from './spelling/spelling-task.ts'
import type { Clock } from './time/clock.ts'

/** Everything from outside that the engine stands on. `engine.ts` gives the real things, tests give theirs; nothing below knows the difference. */
export interface EngineEnvironment {
  /** Absolute path; made when it is not there. */
  readonly dataFolder: string
  /** Outside of the data folder: where the witness of how far it has come is written (`settings/witness.ts`); null: nowhere. */
  readonly stateFolder: string | null
  /** What only this computer says of itself: kept as a hash, to tell it from another one that is given the same data folder. */
  machine(): string
  readonly clock: Clock
  readonly random: Random
  readonly http: HttpClient
  readonly secrets: EngineSecrets
  /** Of the proxies that `http` goes by; left out in tests, where it goes straight. */
  readonly proxyLogins?: ProxyLogins
  readonly log: Logger
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
  /** Take the place of the built-in adapter of the same network. */
  readonly adapters?: readonly NetworkAdapter[]
  /** Path of another build of SQLite; null for the one that comes with better-sqlite3. */
  readonly sqliteBinding: string | null
  /** What changes pictures, in threads of its own; the engine that is given it also stops it. */
  readonly images: ImageWork
  /** Absolute path of the code that reads videos, in threads of its own. */
  readonly videoWorker: string
  /** The dictionaries, and what reads them in a thread of its own. */
  readonly spellingFiles: SpellingFiles
  /** Pollers, tickers and backups run by themselves; without it the engine only answers. */
  readonly startBackgroundWork: boolean
  /** Answers are checked against the contract: development and tests. */
  readonly checkAnswers: boolean
  /** Ends the process at once, without a clean-up: the parent starts it again, and the start puts right what is wrong. */
  giveUp?(): void
  readonly testOptions?: EngineTestOptions | undefined
}
