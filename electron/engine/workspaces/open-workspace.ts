import { mkdirSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { lookAfterDatabase } from '../database/look-after-database.ts'
import { openDurableDatabase, type DurableDatabase } from '../database/durable-database.ts'
import { busyTimeoutMs } from '../database/open-database.ts'
import { listUnsettledRestorations, rememberRestoration, settleRestorations, type RememberedRestoration } from '../database/restorations.ts'
import { workspaceMigrations } from '../database/workspace-migrations.ts'
import type { Logger } from '../log/logger.ts'
import type { FileTrouble } from './file-trouble.ts'
import type { WorkspaceContext } from './workspace-context.ts'
import { createFileLineage, type FileLineage } from './lineage.ts'
import type { WorkspaceFolder } from './workspace-folder.ts'
import { readIdentity, saveIdentity } from './workspace-identity.ts'
import { createWorkspaceServices, type SharedServices, type WorkspaceServices } from './workspace-services.ts'

/** A workspace at work. */
export interface OpenWorkspace {
  readonly workspace: Workspace
  readonly services: WorkspaceServices
  readonly storage: DurableDatabase
  /** The user changed name, colour, time zone or grace. */
  change(workspace: Workspace): void
  /** A request came in: the workspace is not idle. */
  touch(): void
  /** Ends the features, then closes the file. */
  close(): Promise<void>
}

export interface OpenWorkspaceOptions {
  readonly workspace: Workspace
  readonly folder: WorkspaceFolder
  readonly shared: SharedServices
  /** False for one that is being made now. */
  readonly isExpected: boolean
  readonly isSuspect?: boolean
  /** Tried once already: a lock of another program does not hold up the other clients for seconds each time. */
  readonly isRetry?: boolean
  /** Tells the studio's list of a restoration, before the features deal with it. Must be harmless when repeated. */
  reportRestoration(restoration: RememberedRestoration): void
  /** The file turned out to be damaged, or gone with its disk, while open. */
  reportTrouble(trouble: FileTrouble): void
}

const retryWaitMs = 200

export async function openWorkspace(options: OpenWorkspaceOptions): Promise<Result<OpenWorkspace>> {
  const { folder, shared } = options
  const { clock, log, random, sqliteBinding } = shared.environment
  mkdirSync(folder.media, { recursive: true })
  const opened = await openDurableDatabase({
    path: folder.database,
    backupFolder: folder.backups,
    migrations: workspaceMigrations,
    clock,
    log,
    openOptions: { sqliteBinding: sqliteBinding ?? undefined, ...(options.isRetry === true ? { busyTimeoutMs: retryWaitMs } : {}) },
    isExpected: options.isExpected,
    isSuspect: options.isSuspect ?? false,
    recordRestoration: (database, restoration) => rememberRestoration(database, random.id(), restoration)
  })
  if (!opened.ok) return opened
  try {
    // Taken for this client's, the other one's posts would go out a second time, and from here.
    const isOthers = (readIdentity(opened.value.database)?.id ?? options.workspace.id) !== options.workspace.id
    if (isOthers) {
      opened.value.close()
      return fail(studioError('other_client', 'the file in this folder is that of another workspace', { retryable: true }))
    }
    const workspace = atWork(options, opened.value)
    opened.value.database.pragma(`busy_timeout = ${busyTimeoutMs}`)
    return succeed(workspace)
  } catch (error) {
    opened.value.close()
    throw error
  }
}

function atWork(options: OpenWorkspaceOptions, storage: DurableDatabase): OpenWorkspace {
  const { shared, folder } = options
  const { environment } = shared
  let current = options.workspace
  saveIdentity(storage.database, current)
  const context: WorkspaceContext = {
    workspace: () => current,
    database: storage.database,
    folder: folder.root,
    clock: environment.clock,
    random: environment.random,
    log: environment.log,
    emit: (name, payload) => environment.emit(name, payload)
  }
  const lineage = createFileLineage(context, shared.lineages)
  const services = createWorkspaceServices(context, shared, {
    seal: lineage,
    isSuspect: options.isSuspect ?? false,
    reportRestoration: (restoration) => options.reportRestoration({ id: environment.random.id(), ...restoration }),
    reportTrouble: options.reportTrouble
  })
  settle(options, storage, services, lineage)
  const care = lookAfterDatabase({ storage, clock: environment.clock, log: environment.log, isBusy: () => isSending(services), reportDamage: () => options.reportTrouble('database_damaged') })
  if (environment.startBackgroundWork) {
    services.features.forEach((feature) => feature.startBackgroundWork?.())
    care.start()
  }
  return {
    get workspace() {
      return current
    },
    services,
    storage,
    change(workspace) {
      saveIdentity(storage.database, workspace)
      current = workspace
      services.features.forEach((feature) => feature.workspaceChanged?.())
    },
    touch: () => care.noteUse(),
    async close() {
      await care.stop()
      await stopAll(services, environment.log)
      endPage(lineage, environment.log)
      storage.close()
    }
  }
}

/** Last made, first ended: a feature may use the ones before it until its own end. One that fails to end does not keep the others from it. */
async function stopAll({ features }: WorkspaceServices, log: Logger): Promise<void> {
  for (const feature of features.toReversed()) {
    try {
      await feature.stop?.()
    } catch (error) {
      log.error(`a part of a workspace did not end cleanly: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
}

function isSending(services: WorkspaceServices): boolean {
  return services.features.some((feature) => (feature.pendingWork?.().sending ?? 0) > 0)
}

/** Every copy that was made while it was open is older from here on. */
function endPage(lineage: FileLineage, log: Logger): void {
  try {
    lineage.turnPage()
  } catch (error) {
    log.warning(`the end of a workspace's page could not be noted: ${String(error)}`) // Damaged, or a full disk: it ends all the same.
  }
}

function settle(options: OpenWorkspaceOptions, { database }: DurableDatabase, services: WorkspaceServices, lineage: FileLineage): void {
  const restorations = listUnsettledRestorations(database)
  for (const restoration of restorations) {
    options.reportRestoration(restoration)
    services.features.forEach((feature) => feature.afterRestoration?.({ cause: 'damaged', restoredTo: restoration.restoredTo }))
  }
  // A backup that was put in its place here is older too, and told already.
  const judged = restorations.length > 0 ? null : lineage.judge()
  if (judged !== null) {
    options.shared.environment.log.warning(`workspace ${options.workspace.id}: its file is not the one that was here last (${judged.cause})`)
    services.features.forEach((feature) => feature.afterRestoration?.(judged))
  }
  lineage.turnPage()
  if (restorations.length > 0) settleRestorations(database, options.shared.environment.clock.now())
}
