import { mkdirSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { changedSafety, defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import type { ClientOnTheWay } from '../../../shared/workspaces/client-removal.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { mediaHostReferenceOf } from '../media-host/media-host-service.ts'
import { ownAppReferencesOf } from '../accounts/own-apps.ts'
import type { OpenOptions } from '../database/open-database.ts'
import type { RecoveriesRepository } from '../settings/recoveries-repository.ts'
import type { RemovalsRepository } from '../settings/removals-repository.ts'
import { isTimeZone } from './is-time-zone.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import { createOpenWorkspaces, type OpenWorkspaces } from './open-workspaces.ts'
import type { FileTrouble } from './file-trouble.ts'
import type { DataFolder } from './workspace-folder.ts'
import { findUnlistedWorkspaces, moveToBin, readSecretReferences, tellFolder } from './workspace-folders.ts'
import type { SharedServices } from './workspace-services.ts'
import type { WorkspacesRepository } from './workspaces-repository.ts'

/** All workspaces of the studio, at work or not. */
export interface Workspaces {
  openAll(): Promise<void>
  list(): readonly Workspace[]
  readonly listOpen: OpenWorkspaces['list']
  readonly listUnavailable: OpenWorkspaces['listUnavailable']
  readonly find: OpenWorkspaces['find']
  /** The same id again gives the workspace that is there. */
  create(input: ParsedInput<'workspaces.create'> & { kind: Workspace['kind'] }): Promise<Result<Workspace>>
  update(workspaceId: string, changes: ParsedInput<'workspaces.update'>['changes']): Result<Workspace>
  /** What a removal would cut, and what has left since that moment; null when its file cannot be read now. */
  readOnTheWay(workspaceId: string, since: number | null): Result<{ onTheWay: ClientOnTheWay | null }>
  /** `leaveAtNetworks`: also what cannot be called back from a network. */
  remove(workspaceId: string, options: { leaveAtNetworks: boolean }): Promise<Result<Record<string, never>>>
  /** At this moment: it has not been interrupted. */
  isBeingRemoved(workspaceId: string): boolean
  /** Now, when its reason may have passed; fails with the one that still stands. */
  openAgain(workspaceId: string): Promise<Result<Record<string, never>>>
  /** Its file turned out to be damaged, or gone with its disk, while in use. */
  reopen(workspaceId: string, trouble: FileTrouble): Promise<void>
  stop(): Promise<void>
}

export interface WorkspacesNeeds {
  readonly data: DataFolder
  readonly repository: WorkspacesRepository
  readonly recoveries: RecoveriesRepository
  readonly removals: RemovalsRepository
  readonly shared: SharedServices
}

/** Between two looks whether a workspace that could not be opened can be by now, ms. */
const retryMs = 60_000
const defaultGraceMinutes = 60

export function createWorkspaces({ data, repository, recoveries, removals, shared }: WorkspacesNeeds): Workspaces {
  const { clock, log, emit, secrets, sqliteBinding, testOptions } = shared.environment
  const openOptions: OpenOptions = { sqliteBinding: sqliteBinding ?? undefined }
  const open = createOpenWorkspaces({ data, recoveries, shared, reportTrouble: (workspaceId, trouble) => void reopen(workspaceId, trouble) })
  const reopening = new Set<string>()
  let cancelRetry: (() => void) | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let beingRemoved: string | null = null

  /** Making, removing and reopening go one after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined) // The caller gets the error.
    return turn
  }

  /** A folder that cannot be moved now stays where it is, unlisted, and is moved at a later start. */
  function toBin(workspaceId: string): void {
    try {
      moveToBin(data, workspaceId, clock.now())
    } catch (error) {
      log.warning(`the folder of the removed workspace ${workspaceId} stays where it is: ${String(error)}`)
    }
  }

  function adoptFolders(): void {
    const known = new Set([...repository.list().map((workspace) => workspace.id), ...repository.listRemoved()])
    for (const workspace of findUnlistedWorkspaces(data, known, openOptions)) {
      repository.insert(workspace)
      log.info(`workspace ${workspace.id} was found in the data folder and listed`)
    }
  }

  function retryLater(): void {
    cancelRetry?.()
    cancelRetry = open.hasRetryable() ? clock.after(retryMs, () => void inTurn(retry)) : null
  }

  async function retry(): Promise<void> {
    if (await open.retry(repository.list())) emit('studio.changed', {})
    retryLater()
  }

  async function create(input: Parameters<Workspaces['create']>[0]): Promise<Result<Workspace>> {
    const existing = repository.list().find((workspace) => workspace.id === input.id)
    if (existing !== undefined) return succeed(existing)
    if (repository.listRemoved().includes(input.id)) return fail(studioError('conflict', 'a workspace with this id was removed'))
    if (!isTimeZone(input.timeZone)) return fail(unknownTimeZone)
    const undoSeconds = testOptions?.undoSecondsOfNewClients ?? defaultSafety.undoSeconds
    const workspace: Workspace = { ...input, lateGraceMinutes: defaultGraceMinutes, safety: { ...defaultSafety, undoSeconds }, createdAt: clock.now() }
    const opened = await open.openNew(workspace)
    if (!opened.ok) return opened
    try {
      repository.insert(workspace)
    } catch (error) {
      // Not listed, so not there; the folder is found and listed at the next start.
      await open.close(workspace.id)
      throw error
    }
    emit('studio.changed', {})
    return succeed(workspace)
  }

  /** Noted before anything of it ends: whoever opens the client after an interruption knows that somebody wanted it gone. */
  async function remove(workspaceId: string, options: { leaveAtNetworks: boolean }): Promise<Result<Record<string, never>>> {
    if (!repository.list().some(({ id }) => id === workspaceId)) return removeNoted(workspaceId, options)
    const isFirst = removals.begin(workspaceId, clock.now())
    beingRemoved = workspaceId
    try {
      const removed = await removeNoted(workspaceId, options)
      // What throws has come as far as it has, keys and all: it is an interruption like a crash.
      if (isFirst && !removed.ok) removals.end(workspaceId)
      return removed
    } finally {
      beingRemoved = null
    }
  }

  async function removeNoted(workspaceId: string, options: { leaveAtNetworks: boolean }): Promise<Result<Record<string, never>>> {
    const found = open.find(workspaceId)
    if (!found.ok && !open.isUnavailable(workspaceId)) return found
    const ended = found.ok ? await endWithClient(found.value, options) : succeed([])
    if (!ended.ok) return ended
    const { name, timeZone } = repository.list().find(({ id }) => id === workspaceId) ?? { name: '', timeZone: 'UTC' }
    const notice = { id: shared.environment.random.id(), clientName: name, timeZone, at: clock.now(), items: ended.value.map(({ networkId, handle, kind, at }) => ({ networkId, handle, kind, at })) }
    const secretsGone = await (found.ok ? deleteSecretsOfOpen(found.value) : deleteSecretsOfClosed(workspaceId))
    if (!secretsGone.ok) return secretsGone
    await open.close(workspaceId)
    if (ended.value.length > 0) tellFolder(data, workspaceId, { ...notice, items: ended.value }, log)
    repository.markRemoved(workspaceId, clock.now(), () => {
      removals.end(workspaceId)
      if (ended.value.length > 0) removals.insert(notice)
    })
    toBin(workspaceId)
    emit('studio.changed', {})
    return succeed({})
  }

  /** Nothing is cut without a word: what is on the wire ends first, what waits with a network is called back, and what is still unknown then is told. */
  async function endWithClient({ services: { end } }: OpenWorkspace, { leaveAtNetworks }: { leaveAtNetworks: boolean }): Promise<Result<ReturnType<typeof end.listOpenEnds>>> {
    try {
      await end.drain()
    } catch (error) {
      end.resume()
      throw error
    }
    const openEnds = end.listOpenEnds()
    const count = openEnds.filter(({ kind }) => kind === 'at_network').length
    if (count === 0 || leaveAtNetworks) return succeed(openEnds)
    end.resume()
    return fail(studioError('waits_at_network', 'posts wait with their networks and could not be called back', { details: { count } }))
  }

  /** Where it does not come to an end, the client stays, and sends again. */
  async function deleteSecretsOfOpen({ workspace, services: { accounts, end } }: OpenWorkspace): Promise<Result<null>> {
    let isDone = false
    try {
      removals.noteKeysGone(workspace.id)
      const deleted = await accounts.deleteSecrets()
      isDone = deleted.ok
      return deleted
    } finally {
      if (!isDone) end.resume()
    }
  }

  /** As far as its file can still be read: one that cannot names no entries. */
  async function deleteSecretsOfClosed(workspaceId: string): Promise<Result<null>> {
    for (const reference of [...readSecretReferences(data, workspaceId, openOptions), ...ownAppReferencesOf(workspaceId), mediaHostReferenceOf(workspaceId)]) {
      const deleted = await secrets.delete(reference)
      if (!deleted.ok) return deleted
    }
    return succeed(null)
  }

  /** Its reason may have passed by itself: its folder is back, another program let go of its file. */
  async function openAgain(workspaceId: string): Promise<Result<Record<string, never>>> {
    const listed = repository.list().filter(({ id }) => id === workspaceId)
    if (await open.retry(listed)) emit('studio.changed', {})
    retryLater()
    const found = open.find(workspaceId)
    return found.ok ? succeed({}) : found
  }

  async function reopen(workspaceId: string, trouble: FileTrouble): Promise<void> {
    if (reopening.has(workspaceId)) return
    reopening.add(workspaceId)
    await inTurn(() => open.reopen(workspaceId, trouble)).finally(() => reopening.delete(workspaceId))
    retryLater()
  }

  return {
    async openAll() {
      mkdirSync(data.workspaces, { recursive: true })
      for (const workspaceId of repository.listRemoved()) toBin(workspaceId)
      adoptFolders()
      for (const workspace of repository.list()) await open.openListed(workspace)
      retryLater()
    },
    list: () => repository.list(),
    listOpen: open.list,
    listUnavailable: open.listUnavailable,
    find: open.find,
    create: (input) => inTurn(() => create(input)),
    update(workspaceId, changes) {
      const found = open.find(workspaceId)
      if (!found.ok) return found
      if (changes.timeZone !== undefined && !isTimeZone(changes.timeZone)) return fail(unknownTimeZone)
      const before = found.value.workspace
      const { name = before.name, colour = before.colour, timeZone = before.timeZone, lateGraceMinutes = before.lateGraceMinutes } = changes
      const workspace: Workspace = { ...before, name, colour, timeZone, lateGraceMinutes, safety: changedSafety(before.safety, changes.safety ?? {}) }
      repository.update(workspace)
      found.value.change(workspace)
      emit('studio.changed', {})
      return succeed(workspace)
    },
    readOnTheWay(workspaceId, since) {
      const found = open.find(workspaceId)
      if (found.ok) return succeed({ onTheWay: found.value.services.end.count(since) })
      return open.isUnavailable(workspaceId) ? succeed({ onTheWay: null }) : found
    },
    remove: (workspaceId, options) => inTurn(() => remove(workspaceId, options)),
    isBeingRemoved: (workspaceId) => beingRemoved === workspaceId,
    openAgain: (workspaceId) => inTurn(() => openAgain(workspaceId)),
    reopen,
    stop: () =>
      inTurn(async () => {
        cancelRetry?.()
        await open.closeAll()
      })
  }
}

const unknownTimeZone = studioError('invalid_input', 'there is no such time zone', { details: { field: 'timeZone' } })
