import type Database from 'better-sqlite3'
import { createSecretPlaces } from './accounts/secret-places.ts'
import { createSharedAccounts } from './accounts/shared-accounts.ts'
import { fail, succeed, type Result } from '../../shared/contract/result.ts'
import { studioError } from '../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'
import { createBrowserLogins } from './accounts/browser-logins.ts'
import { provenServers } from './accounts/proven-servers.ts'
import { lookAfterDatabase } from './database/look-after-database.ts'
import type { EngineEnvironment } from './engine-environment.ts'
import { createConnectivity } from './http/connectivity.ts'
import type { HttpClient } from './http/http-client.ts'
import { createProxyHandlers } from './http/proxy-handlers.ts'
import { createHttpWithConnectivity } from './http/http-with-connectivity.ts'
import { createSpellingHandlers } from './spelling/spelling-handlers.ts'
import { createSpellingWork } from './spelling/spelling-work.ts'
import { createVideoWork } from './videos/video-work.ts'
import { createAppBudgets } from './limits/app-budgets.ts'
import { createPracticeHandlers } from './practice/start-practice.ts'
import { createAdapters } from './networks/adapter-registry.ts'
import type { NetworkAdapter } from './networks/network-adapter.ts'
import { createEngineOnlyRouter } from './rpc/engine-only-router.ts'
import { mergeHandlers } from './rpc/request-handlers.ts'
import { takeOnce } from './rpc/take-once.ts'
import { createRouter } from './rpc/router.ts'
import { createAwayHandlers, tellOfAbsence } from './safety/away-handlers.ts'
import { createAwayWatch, type AwayWatch } from './safety/away-watch.ts'
import { createHoldHandlers } from './safety/hold-all.ts'
import { createHoldStore } from './safety/hold-store.ts'
import { createLineageBook, type LineageBook } from './settings/lineage-book.ts'
import { createRecoveriesRepository } from './settings/recoveries-repository.ts'
import { createRemovalsRepository } from './settings/removals-repository.ts'
import { createSettingsRepository } from './settings/settings-repository.ts'
import { openStudioDatabase } from './settings/open-studio-database.ts'
import { createStudioHandlers } from './settings/studio-handlers.ts'
import { createUnfinishedHandlers } from './settings/unfinished-work.ts'
import { createPlaceBook } from './settings/place-book.ts'
import { openWitness } from './settings/witness.ts'
import { guardClock } from './time/guarded-clock.ts'
import { dataFolderOf, workspaceFolderOf } from './workspaces/workspace-folder.ts'
import type { SharedServices } from './workspaces/workspace-services.ts'
import { createWorkspacesRepository } from './workspaces/workspaces-repository.ts'
import { createWorkspaces, type Workspaces } from './workspaces/workspaces-service.ts'

export interface Engine {
  /** Answers the page's requests, and main's own. Never throws. */
  handle(name: string, input: unknown): Promise<Result<unknown>>
  /** Ends all work, closes all files, notes the clean end. Once. */
  stop(): Promise<void>
}

/** Puts the engine together and opens everything. Fails when `studio.db` itself cannot be used. */
export function createEngine(environment: EngineEnvironment): Promise<Result<Engine>> {
  return createOn({ ...environment, clock: guardClock(environment.clock, environment.log) })
}

async function createOn(environment: EngineEnvironment): Promise<Result<Engine>> {
  const data = dataFolderOf(environment.dataFolder)
  const studio = await openStudioDatabase(environment, data)
  if (!studio.ok) return studio
  const storage = studio.value
  const { database } = storage
  const settings = createSettingsRepository(database)
  const recoveries = createRecoveriesRepository(database)
  const removals = createRemovalsRepository(database)
  const holdOfAll = createHoldStore(database)

  const connectivity = createConnectivity({
    clock: environment.clock, http: environment.http, workOffline: settings.read().workOffline,
    knownOrigins: () => workspaces.listOpen().flatMap(({ services }) => provenServers(services.accounts.service.list()))
  })
  connectivity.onChange((value) => environment.emit('connectivity.changed', value))
  const http = createHttpWithConnectivity(environment.http, connectivity)
  const adapters = adaptersById(environment, http)
  const away = watchForAbsence(environment, database, () => workspaces)
  const quiet = { ...environment, emit: quietWhileCatchingUp(environment.emit, away) }
  const videos = createVideoWork({ worker: environment.videoWorker, clock: environment.clock })
  const spelling = createSpellingWork({ files: environment.spellingFiles, clock: environment.clock, log: environment.log })
  const lineages = createLineages(environment, database)
  const shared: SharedServices = {
    environment: quiet, http, images: environment.images, videos, connectivity, findAdapter: (networkId) => adapters.get(networkId) ?? null, holdOfAll: () => holdOfAll.read(), removals, lineages, appBudgets: createAppBudgets(), secretPlaces: createSecretPlaces(), sharedAccounts: createSharedAccounts(environment.log)
  }

  const workspaces = createWorkspaces({ data, repository: createWorkspacesRepository(database), recoveries, removals, shared })
  const logins = createBrowserLogins({
    clock: environment.clock,
    findAdapter: shared.findAdapter,
    placeOf: (workspaceId) => {
      const found = workspaces.find(workspaceId)
      return found.ok ? succeed(found.value.services.accounts.loginPlace) : found
    },
    offerChoice: (loginId, choices) => environment.emit('accounts.loginChoice', { loginId, choices: [...choices] })
  })
  const care = lookAfterDatabase({ storage, clock: environment.clock, log: environment.log, isBusy: () => false, reportDamage: () => environment.giveUp?.() })
  await workspaces.openAll()
  if (environment.startBackgroundWork) care.start()

  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => (stopped ??= stopAll())
  async function stopAll(): Promise<void> {
    logins.stop()
    away.stop()
    connectivity.stop()
    await environment.images.stop()
    await spelling.stop()
    await workspaces.stop()
    await lineages.stop()
    await care.stop()
    storage.close()
  }

  const answerPage = createRouter({
    studioHandlers: mergeHandlers([takeOnce({ database, clock: environment.clock }, mergeHandlers([createStudioHandlers({ environment, settings, recoveries, removals, workspaces, connectivity, holdOfAll }), createHoldHandlers({ environment, workspaces, holdOfAll })])), createUnfinishedHandlers(database), createAwayHandlers({ away, workspaces, environment }), createPracticeHandlers(workspaces), createSpellingHandlers(spelling), createProxyHandlers(environment.proxyLogins, connectivity), { 'accounts.chooseForLogin': (input) => logins.choose(input) }]),
    workspaceHandlers: (workspaceId) => {
      const found = workspaces.find(workspaceId)
      if (!found.ok) return found
      found.value.touch()
      return succeed(found.value.services.handlers)
    },
    folderOf: (workspaceId) => (workspaceId === null ? data.root : workspaceFolderOf(data, workspaceId).root),
    reportTrouble: (workspaceId, trouble) => {
      if (workspaceId !== null) void workspaces.reopen(workspaceId, trouble)
      else if (trouble === 'database_damaged') environment.giveUp?.()
    },
    log: environment.log,
    checkAnswers: environment.checkAnswers
  })
  const answerMain = createEngineOnlyRouter({ away, logins, workspaces, connectivity, images: environment.images, stop, log: environment.log })
  return succeed({
    handle: (name, input) => (stopped === null ? (answerMain(name, input) ?? answerPage(name, input)) : Promise.resolve(fail(engineStopped))),
    stop
  })
}

function createLineages({ dataFolder, stateFolder, machine, clock, log, random }: EngineEnvironment, database: Database.Database): LineageBook {
  return createLineageBook(database, random, log, ({ installation, known, onWritten }) => {
    const place = createPlaceBook({ database, dataFolder, installation, machine })
    const onNoted = (workspaceIds: readonly string[]): void => {
      onWritten(workspaceIds)
      place.note()
    }
    return openWitness({ folder: stateFolder, installation, place, known, clock, log, onWritten: onNoted })
  })
}

/** Notes how long the computer slept or Vigie was closed; what came of it is told when everything has caught up. */
function watchForAbsence({ clock, log, startBackgroundWork, emit }: EngineEnvironment, database: Database.Database, workspaces: () => Workspaces): AwayWatch {
  const away = createAwayWatch({
    database,
    clock,
    log,
    isAtWork: startBackgroundWork,
    onReturn: () => emit('studio.changed', {}),
    onCaughtUp: () => {
      tellOfAbsence(away.unread().at(-1) ?? null, workspaces(), emit)
      emit('studio.changed', {})
    }
  })
  return away
}

/** The networks of the registry, and those that a test brings in their place. */
function adaptersById({ clock, random, testOptions, adapters = [] }: EngineEnvironment, http: HttpClient): ReadonlyMap<NetworkId, NetworkAdapter> {
  return new Map([...createAdapters({ http, clock, random, testOptions }), ...adapters].map((adapter) => [adapter.capabilities.id, adapter]))
}

const engineStopped = studioError('engine_stopped', 'the engine is ending or has ended', { retryable: true })

/** Just back from an absence, one summary says what thirty notices would have said. */
function quietWhileCatchingUp(emit: EngineEnvironment['emit'], away: AwayWatch): EngineEnvironment['emit'] {
  return (name, payload) => {
    const isNotice = name === 'alert.raised' && 'kind' in payload && (payload.kind === 'post_published' || payload.kind === 'post_missed')
    if (!isNotice || !away.isCatchingUp()) emit(name, payload)
  }
}
