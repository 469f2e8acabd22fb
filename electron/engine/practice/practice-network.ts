import { succeed, type Result } from '../../../shared/contract/result.ts'
import type { HttpClient } from '../http/http-client.ts'
import type { DurableDatabase } from '../database/durable-database.ts'
import { lookAfterDatabase, type DatabaseCare } from '../database/look-after-database.ts'
import type { Restoration } from '../database/restore-backup.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createCommunity, type Community } from './community/run-community.ts'
import type { Language } from './language.ts'
import { createPracticeHttp } from './practice-http.ts'
import type { PracticePlace } from './practice-places.ts'
import { createPracticeSecrets, issueOwnSecret } from './practice-secrets.ts'
import { openPracticeDatabase, tellRestoration } from './record/open-practice-database.ts'
import { createPracticeRecord, type PracticeRecord } from './record/practice-record.ts'
import { startPracticeServer, type PracticeServer } from './server/practice-server.ts'

/** The network of one practice workspace: its record, its server, its people. */
export interface PracticeNetwork {
  /** For everything in the workspace that calls out. */
  readonly http: HttpClient
  readonly secrets: EngineSecrets
  /** Its record, once it is open; fails as opening a database does. */
  record(): Promise<Result<PracticeRecord>>
  /** Brings server and people to life; does nothing when they live. The people must have been written. */
  wake(): Promise<Result<null>>
  /** From now on the people act by themselves. */
  startLife(): void
  /** null before there are people. */
  community(): Community | null
  stop(): Promise<void>
}

/** The care for the network's record; see `workspaces/workspace-services.ts`. */
export interface PracticeFiles {
  readonly isSuspect: boolean
  reportRestoration(restoration: Restoration): void
  reportDamage(): void
}

export interface PracticeNetworkNeeds {
  readonly place: PracticePlace
  readonly http: HttpClient
  readonly sqliteBinding?: string | undefined
  readonly isInstant: boolean
  readonly files: PracticeFiles
  /** The people did something that the workspace's account will be told of. */
  onActs(): void
}

const longestSleepMs = 30_000

export function createPracticeNetwork(context: WorkspaceContext, needs: PracticeNetworkNeeds): PracticeNetwork {
  const { clock, random, log } = context
  const newSecret = (): string => Buffer.from(random.bytes(32)).toString('base64url')
  let opened: { storage: DurableDatabase; record: PracticeRecord; care: DatabaseCare } | null = null
  let server: PracticeServer | null = null
  let community: Community | null = null
  let isLively = false
  let isStopped = false
  let cancelScheduled: (() => void) | null = null

  async function open(): Promise<Result<PracticeRecord>> {
    const { isSuspect, reportDamage, reportRestoration } = needs.files
    const result = await openPracticeDatabase(context.folder, needs.place, { clock, log, isSuspect, openOptions: { sqliteBinding: needs.sqliteBinding } })
    if (!result.ok) return result
    const storage = result.value
    tellRestoration(storage.database, reportRestoration)
    // Nobody waits for this file as for Vigie's own: there is no work that a look at it would hold up.
    opened = { storage, record: createPracticeRecord(storage.database), care: lookAfterDatabase({ storage, clock, log, isBusy: () => false, reportDamage }) }
    if (isLively) opened.care.start()
    return succeed(opened.record)
  }

  async function startServer(record: PracticeRecord): Promise<void> {
    server = await startPracticeServer({
      record,
      ownName: needs.place.name,
      preferredPort: record.facts.readNumber('port'),
      now: () => clock.now(),
      newSecret,
      ownAct: () => community?.takeNotice(),
      log
    })
    record.facts.write('port', server.port)
  }

  async function wakeOnce(): Promise<Result<null>> {
    const record = await opening
    if (!record.ok) return record
    const language = languageOf(record.value)
    if (isStopped || language === null || server !== null) return succeed(null)
    community = createCommunity({ record: record.value, clock, log, language, vocabulary: needs.place.businessFor(language).vocabulary, isInstant: needs.isInstant, onActs: () => needs.onActs() })
    await startServer(record.value)
    publishScheduled(record.value)
    if (isLively) community.start()
    return succeed(null)
  }

  /** At its time while somebody is here, and when the network wakes up what came due in its sleep. */
  function publishScheduled(record: PracticeRecord): void {
    if (isStopped) return
    const wait = publishDue(record)
    cancelScheduled?.()
    cancelScheduled = clock.after(wait, () => publishScheduled(record))
  }

  /** Gives how long to wait for the next. A record that cannot be read or written is looked at again after the longest sleep. */
  function publishDue(record: PracticeRecord): number {
    try {
      if (record.publishScheduled(clock.now())) community?.takeNotice()
      const next = record.scheduled.next()
      return next === null ? longestSleepMs : Math.min(longestSleepMs, Math.max(1000, next - clock.now()))
    } catch (error) {
      log.error(`the practice network could not publish what is due: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return longestSleepMs
    }
  }

  let waking: Promise<Result<null>> = Promise.resolve(succeed(null))
  /** One after the other: two wakers must not start two servers. */
  const wake = (): Promise<Result<null>> => (waking = waking.then(wakeOnce, wakeOnce))

  const opening = open()
  // Whoever asks for the record gets the error; here it only must not count as unhandled.
  opening.catch(() => undefined)
  void wake().then((woken) => (woken.ok ? undefined : log.error(`the practice network cannot be opened: ${woken.error.code}`)), (error: unknown) => log.error(`the practice network did not start: ${String(error)}`))

  const http = createPracticeHttp(needs.http, needs.place.name, async () => {
    await waking.catch(() => undefined)
    return server?.port ?? null
  })

  return {
    http,
    secrets: createPracticeSecrets(async () => {
      const record = await opening
      return record.ok && languageOf(record.value) !== null ? issueOwnSecret(record.value, clock.now(), newSecret) : null
    }),
    record: () => opening,
    wake,
    startLife() {
      isLively = true
      opened?.care.start()
      if (server !== null) community?.start()
    },
    community: () => community,
    async stop() {
      isStopped = true
      cancelScheduled?.()
      await waking.catch(() => undefined)
      community?.stop()
      await server?.stop()
      await opened?.care.stop()
      opened?.storage.close()
      opened = null
    }
  }
}

/** null before the people have been written. */
export function languageOf(record: PracticeRecord): Language | null {
  const written = record.facts.read('language')
  return written === 'fr' || written === 'en' ? written : null
}
