import { existsSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { passingReasons, type UnavailableReason } from '../../../shared/workspaces/passing-reasons.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import type { RecoveriesRepository } from '../settings/recoveries-repository.ts'
import { toStorageError } from '../database/storage-error.ts'
import { openWorkspace, type OpenWorkspace } from './open-workspace.ts'
import { unavailableReason, type Unavailable } from './unavailable.ts'
import { workspaceFolderOf, type DataFolder } from './workspace-folder.ts'
import type { SharedServices } from './workspace-services.ts'
import type { FileTrouble } from './file-trouble.ts'

/** Which workspaces are at work, which cannot be and why, and the ways from one to the other. Callers see to it that one way is gone at a time. */
export interface OpenWorkspaces {
  list(): readonly OpenWorkspace[]
  listUnavailable(): readonly Unavailable[]
  /** Fails with `not_found`, or with the reason why it cannot be used now. */
  find(workspaceId: string): Result<OpenWorkspace>
  isUnavailable(workspaceId: string): boolean
  /** One that is made now. */
  openNew(workspace: Workspace): Promise<Result<OpenWorkspace>>
  /** One of the list: when it cannot be opened, it counts as unavailable. */
  openListed(workspace: Workspace): Promise<void>
  /** Those whose reason may have passed by itself: a full disk has room again, a folder is back with its drive. True when one opened. */
  retry(listed: readonly Workspace[]): Promise<boolean>
  hasRetryable(): boolean
  /** Its file turned out to be damaged (checked whole, restored) or is gone with its disk (opened once it is back): ends it, and opens it as far as that goes. */
  reopen(workspaceId: string, reason: FileTrouble): Promise<void>
  close(workspaceId: string): Promise<void>
  closeAll(): Promise<void>
}

export interface OpenWorkspacesNeeds {
  readonly data: DataFolder
  readonly recoveries: RecoveriesRepository
  readonly shared: SharedServices
  reportTrouble(workspaceId: string, trouble: FileTrouble): void
}

export function createOpenWorkspaces({ data, recoveries, shared, reportTrouble }: OpenWorkspacesNeeds): OpenWorkspaces {
  const { log, emit } = shared.environment
  const open = new Map<string, OpenWorkspace>()
  const unavailable = new Map<string, UnavailableReason>()

  async function openOne(workspace: Workspace, options: { isExpected: boolean; isSuspect?: boolean; isRetry?: boolean }): Promise<Result<OpenWorkspace>> {
    const opened = await openWorkspace({
      workspace,
      folder: workspaceFolderOf(data, workspace.id),
      shared,
      ...options,
      reportRestoration: ({ id, at, restoredTo, damagedFileName }) => recoveries.insert({ id, workspaceId: workspace.id, at, restoredTo, damagedFileName }),
      reportTrouble: (trouble) => reportTrouble(workspace.id, trouble)
    })
    if (opened.ok) open.set(workspace.id, opened.value)
    return opened
  }

  async function openListed(workspace: Workspace, how: { isSuspect?: boolean; isRetry?: boolean } = {}): Promise<void> {
    unavailable.delete(workspace.id)
    if (!existsSync(workspaceFolderOf(data, workspace.id).root)) {
      unavailable.set(workspace.id, 'folder_missing')
      return
    }
    try {
      const opened = await openOne(workspace, { isExpected: true, ...how })
      if (!opened.ok) unavailable.set(workspace.id, unavailableReason(opened.error))
    } catch (error) {
      // One workspace that cannot be opened must not keep the others closed.
      log.error(`workspace ${workspace.id} cannot be opened: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      // A full disk, or one that cannot be written, may show itself only when the features begin: that passes, and nothing is damaged.
      const storage = toStorageError(error)
      unavailable.set(workspace.id, storage === null ? 'database_damaged' : unavailableReason(storage))
    }
  }

  async function close(workspaceId: string): Promise<void> {
    unavailable.delete(workspaceId)
    const workspace = open.get(workspaceId)
    // Out of the list first: nothing new begins while it ends.
    open.delete(workspaceId)
    await workspace?.close()
  }

  return {
    list: () => [...open.values()],
    listUnavailable: () => [...unavailable].map(([workspaceId, reason]) => ({ workspaceId, reason })),
    find(workspaceId) {
      const workspace = open.get(workspaceId)
      if (workspace !== undefined) return succeed(workspace)
      const reason = unavailable.get(workspaceId)
      return fail(reason === undefined ? noSuchWorkspace : errorOf(reason))
    },
    isUnavailable: (workspaceId) => unavailable.has(workspaceId),
    openNew: (workspace) => openOne(workspace, { isExpected: false }),
    openListed: (workspace) => openListed(workspace),
    async retry(listed) {
      const before = JSON.stringify([...unavailable])
      for (const workspace of listed) {
        const reason = unavailable.get(workspace.id)
        if (reason !== undefined && passingReasons.has(reason)) await openListed(workspace, { isRetry: true })
      }
      return JSON.stringify([...unavailable]) !== before
    },
    hasRetryable: () => [...unavailable.values()].some((reason) => passingReasons.has(reason)),
    async reopen(workspaceId, reason) {
      const workspace = open.get(workspaceId)?.workspace
      if (workspace === undefined) return
      const closing = close(workspaceId)
      unavailable.set(workspaceId, reason)
      emit('studio.changed', {})
      await closing
      await openListed(workspace, reason === 'database_damaged' ? { isSuspect: true } : {})
      emit('studio.changed', {})
    },
    close,
    async closeAll() {
      // One that cannot end must not keep the others, nor the studio's own file, from being closed.
      const ended = await Promise.allSettled([...open.keys()].map(close))
      for (const each of ended) if (each.status === 'rejected') log.error(`a workspace did not end cleanly: ${String(each.reason)}`)
    }
  }
}

const noSuchWorkspace = studioError('not_found', 'no such workspace', { details: { what: 'workspace' } })

function errorOf(reason: UnavailableReason): StudioError {
  return reason === 'folder_missing' ? studioError('not_found', 'the folder of this workspace is missing', { details: { what: 'folder' } }) : studioError(reason, 'this workspace cannot be used now', { retryable: passingReasons.has(reason) })
}
