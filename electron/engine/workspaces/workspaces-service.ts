import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { idSchema } from '../../../shared/contract/identifiers.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../shared/contract/request-map.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import type { RecoveriesRepository } from '../settings/recoveries-repository.ts'
import { openWorkspace, type OpenWorkspace } from './open-workspace.ts'
import { readForeignIdentity } from './read-foreign-identity.ts'
import { unavailableReason, type Unavailable, type UnavailableReason } from './unavailable.ts'
import { workspaceFolderOf, type DataFolder } from './workspace-folder.ts'
import type { SharedServices } from './workspace-services.ts'
import type { WorkspacesRepository } from './workspaces-repository.ts'

/** All workspaces of the studio, open or not. */
export interface Workspaces {
  openAll(): Promise<void>
  list(): readonly Workspace[]
  listOpen(): readonly OpenWorkspace[]
  listUnavailable(): readonly Unavailable[]
  /** Fails with `not_found`, or with the reason why it cannot be used now. */
  find(workspaceId: string): Result<OpenWorkspace>
  /** The same id again gives the workspace that is there. */
  create(input: ParsedInput<'workspaces.create'> & { kind: Workspace['kind'] }): Promise<Result<Workspace>>
  update(workspaceId: string, changes: ParsedInput<'workspaces.update'>['changes']): Result<Workspace>
  remove(workspaceId: string): Promise<Result<Record<string, never>>>
  /** Its file turned out to be damaged while in use: close it, check it whole, restore it, go on. */
  reopenDamaged(workspaceId: string): Promise<void>
  stop(): Promise<void>
}

export interface WorkspacesNeeds {
  readonly data: DataFolder
  readonly repository: WorkspacesRepository
  readonly recoveries: RecoveriesRepository
  readonly shared: SharedServices
}

export function createWorkspaces({ data, repository, recoveries, shared }: WorkspacesNeeds): Workspaces {
  const { clock, log, emit } = shared.environment
  const open = new Map<string, OpenWorkspace>()
  const unavailable = new Map<string, UnavailableReason>()
  const damaged = new Set<string>()
  let queue: Promise<unknown> = Promise.resolve()

  /** Making, removing and reopening go one after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined) // The caller gets the error.
    return turn
  }

  async function openOne(workspace: Workspace, options: { isExpected: boolean; isSuspect?: boolean }): Promise<Result<OpenWorkspace>> {
    const folder = workspaceFolderOf(data, workspace.id)
    const opened = await openWorkspace({
      workspace,
      folder,
      shared,
      ...options,
      reportRestoration: ({ id, at, restoredTo, damagedFileName }) => recoveries.insert({ id, workspaceId: workspace.id, at, restoredTo, damagedFileName }),
      reportDamage: () => void reopenDamaged(workspace.id)
    })
    if (opened.ok) open.set(workspace.id, opened.value)
    return opened
  }

  async function openListed(workspace: Workspace, isSuspect = false): Promise<void> {
    unavailable.delete(workspace.id)
    if (!existsSync(workspaceFolderOf(data, workspace.id).root)) {
      unavailable.set(workspace.id, 'folder_missing')
      return
    }
    try {
      const opened = await openOne(workspace, { isExpected: true, isSuspect })
      if (!opened.ok) unavailable.set(workspace.id, unavailableReason(opened.error))
    } catch (error) {
      // One workspace that cannot be opened must not keep the others closed.
      log.error(`workspace ${workspace.id} cannot be opened: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      unavailable.set(workspace.id, 'database_damaged')
    }
  }

  /** Folders that the list does not know: after the list itself was lost, or handed over from another computer. */
  function adoptFolders(): void {
    const known = new Set([...repository.list().map((workspace) => workspace.id), ...repository.listRemoved()])
    for (const name of readdirSync(data.workspaces)) {
      if (known.has(name) || idSchema.safeParse(name).data !== name) continue
      const identity = readForeignIdentity(workspaceFolderOf(data, name).database, { sqliteBinding: shared.environment.sqliteBinding ?? undefined })
      if (identity?.id !== name) continue
      repository.insert(identity)
      log.info(`workspace ${name} was found in the data folder and listed`)
    }
  }

  function moveToBin(workspaceId: string): void {
    const { root } = workspaceFolderOf(data, workspaceId)
    if (!existsSync(root)) return
    mkdirSync(data.bin, { recursive: true })
    renameSync(root, join(data.bin, `${new Date(clock.now()).toISOString().replace(/[:.]/g, '-')}-${workspaceId}`))
  }

  async function create(input: Parameters<Workspaces['create']>[0]): Promise<Result<Workspace>> {
    const existing = repository.list().find((workspace) => workspace.id === input.id)
    if (existing !== undefined) return succeed(existing)
    if (repository.listRemoved().includes(input.id)) return fail(studioError('conflict', 'a workspace with this id was removed'))
    if (!isTimeZone(input.timeZone)) return fail(unknownTimeZone)
    const workspace: Workspace = { ...input, lateGraceMinutes: 60, createdAt: clock.now() }
    const opened = await openOne(workspace, { isExpected: false })
    if (!opened.ok) return opened
    try {
      repository.insert(workspace)
    } catch (error) {
      // Not listed, so not there; the folder is found and listed at the next start.
      open.delete(workspace.id)
      await opened.value.close()
      throw error
    }
    emit('studio.changed', {})
    return succeed(workspace)
  }

  async function remove(workspaceId: string): Promise<Result<Record<string, never>>> {
    const found = find(workspaceId)
    if (!found.ok) return found
    const secretsGone = await found.value.services.accounts.deleteSecrets()
    if (!secretsGone.ok) return secretsGone
    open.delete(workspaceId)
    await found.value.close()
    repository.markRemoved(workspaceId, clock.now())
    moveToBin(workspaceId)
    emit('studio.changed', {})
    return succeed({})
  }

  async function reopen(workspaceId: string): Promise<void> {
    const before = open.get(workspaceId)
    if (before === undefined) return
    open.delete(workspaceId)
    unavailable.set(workspaceId, 'database_damaged')
    emit('studio.changed', {})
    await before.close()
    await openListed(before.workspace, true)
    emit('studio.changed', {})
  }

  async function reopenDamaged(workspaceId: string): Promise<void> {
    if (damaged.has(workspaceId)) return
    damaged.add(workspaceId)
    await inTurn(() => reopen(workspaceId)).finally(() => damaged.delete(workspaceId))
  }

  function find(workspaceId: string): Result<OpenWorkspace> {
    const workspace = open.get(workspaceId)
    if (workspace !== undefined) return succeed(workspace)
    const reason = unavailable.get(workspaceId)
    return fail(reason === undefined ? noSuchWorkspace : errorOf(reason))
  }

  return {
    async openAll() {
      mkdirSync(data.workspaces, { recursive: true })
      for (const workspaceId of repository.listRemoved()) moveToBin(workspaceId)
      adoptFolders()
      for (const workspace of repository.list()) await openListed(workspace)
    },
    list: () => repository.list(),
    listOpen: () => [...open.values()],
    listUnavailable: () => [...unavailable].map(([workspaceId, reason]) => ({ workspaceId, reason })),
    find,
    create: (input) => inTurn(() => create(input)),
    update(workspaceId, changes) {
      const found = find(workspaceId)
      if (!found.ok) return found
      if (changes.timeZone !== undefined && !isTimeZone(changes.timeZone)) return fail(unknownTimeZone)
      const before = found.value.workspace
      const workspace: Workspace = {
        ...before,
        name: changes.name ?? before.name,
        colour: changes.colour ?? before.colour,
        timeZone: changes.timeZone ?? before.timeZone,
        lateGraceMinutes: changes.lateGraceMinutes ?? before.lateGraceMinutes
      }
      repository.update(workspace)
      found.value.change(workspace)
      emit('studio.changed', {})
      return succeed(workspace)
    },
    remove: (workspaceId) => inTurn(() => remove(workspaceId)),
    reopenDamaged,
    stop: () =>
      inTurn(async () => {
        await Promise.all([...open.values()].map((workspace) => workspace.close()))
        open.clear()
      })
  }
}

const noSuchWorkspace = studioError('not_found', 'no such workspace', { details: { what: 'workspace' } })
const unknownTimeZone = studioError('invalid_input', 'there is no such time zone', { details: { field: 'timeZone' } })

function errorOf(reason: UnavailableReason): StudioError {
  return reason === 'folder_missing' ? studioError('not_found', 'the folder of this workspace is missing', { details: { what: 'folder' } }) : studioError(reason, 'this workspace cannot be used now')
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false // Intl throws a RangeError for a zone it does not know.
  }
}
