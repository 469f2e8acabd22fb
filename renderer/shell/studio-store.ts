import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { hasStudio, studio } from '../bridge/studio-client.ts'
import { createTurns } from '../bridge/create-turns.ts'
import type { Settings } from '../../shared/contract/studio.contract.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { initialStudioState, type StudioState } from './studio-state.ts'

export const studioStore = createStore<StudioState>(() => initialStudioState)

/** Reads one part of the studio's state: `useStudio((state) => state.connectivity)`. */
export function useStudio<Part>(select: (state: StudioState) => Part): Part {
  return useStore(studioStore, select)
}

/** The workspace of that id; undefined when it was removed or never was. */
export function useWorkspace(workspaceId: string | null): Workspace | undefined {
  return useStudio((state) => state.workspaces.find(({ id }) => id === workspaceId))
}

/** The clients' names, in the order of the ids; of one that is gone, none. */
export function useClientNames(ids: readonly string[]): readonly string[] {
  const workspaces = useStudio((state) => state.workspaces)
  return ids.flatMap((wanted) => workspaces.find(({ id }) => id === wanted)?.name ?? [])
}

let loading: Promise<void> | null = null
const studioTurn = createTurns()
const countsTurn = createTurns()

/** Asks for everything the frame shows, once at a time. `firstScreen`: its code, awaited so that the frame never stands around an empty screen. */
export function loadStudio(firstScreen: Promise<void> = Promise.resolve()): Promise<void> {
  loading ??= readEverything(firstScreen).finally(() => {
    loading = null
  })
  return loading
}

async function readEverything(firstScreen: Promise<void>): Promise<void> {
  if (!hasStudio()) {
    studioStore.setState({ phase: 'outside' })
    return
  }
  // The environment is main's and answers at once, even while the engine is still starting.
  const isNewest = studioTurn()
  const [environment, studioAnswer] = await Promise.all([studio.request('studio.environment', {}), studio.request('studio.read', {}), firstScreen])
  if (environment.ok) studioStore.setState({ environment: environment.value, engine: environment.value.engine, secretStore: environment.value.secretStore })
  const isWaiting = studioStore.getState().phase !== 'ready'
  if (studioAnswer.ok && (isWaiting || isNewest())) studioStore.setState({ ...studioAnswer.value, phase: 'ready', loadError: null })
  else if (!studioAnswer.ok && isWaiting) studioStore.setState({ phase: 'failed', loadError: studioAnswer.error })
  await refreshCounts()
}

async function refreshStudio(): Promise<void> {
  const isNewest = studioTurn()
  const answer = await studio.request('studio.read', {})
  if (answer.ok && isNewest()) studioStore.setState({ ...answer.value, phase: 'ready', loadError: null })
}

async function refreshCounts(): Promise<void> {
  const isNewest = countsTurn()
  const answer = await studio.request('studio.counts', {})
  if (answer.ok && isNewest()) studioStore.setState({ counts: new Map(answer.value.workspaces.map((counts) => [counts.workspaceId, counts])) })
}

/** Keeps the state fresh on every event; returns the function that stops it. */
export function followStudio(): () => void {
  const ends = [
    // What a client wants (a yes for its posts) changes what is counted.
    studio.on('studio.changed', () => void Promise.all([refreshStudio(), refreshCounts()])),
    studio.on('counts.changed', () => void refreshCounts()),
    studio.on('connectivity.changed', (connectivity) => studioStore.setState({ connectivity })),
    studio.on('secretStore.changed', (secretStore) => studioStore.setState({ secretStore })),
    studio.on('engine.changed', ({ state }) => {
      studioStore.setState({ engine: state })
      if (state === 'ready') void loadStudio()
    })
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Changes settings at once on screen and then on disk; puts them back and returns the error when that fails. */
export async function saveSettings(changes: Partial<Settings>): Promise<StudioError | null> {
  const before = studioStore.getState().settings
  studioStore.setState({ settings: { ...before, ...changes } })
  const answer = await studio.request('studio.saveSettings', { settings: changes })
  studioStore.setState({ settings: answer.ok ? answer.value : before })
  // What was read meanwhile may lack this, or hold more than `before`.
  void refreshStudio()
  return answer.ok ? null : answer.error
}

export async function dismissRecovery(recoveryId: string): Promise<void> {
  const answer = await studio.request('studio.dismissRecovery', { recoveryId })
  if (answer.ok) studioStore.setState((state) => ({ recoveries: state.recoveries.filter(({ id }) => id !== recoveryId) }))
}

export async function dismissRemoval(removalId: string): Promise<void> {
  const answer = await studio.request('studio.dismissRemoval', { removalId })
  if (answer.ok) studioStore.setState((state) => ({ removals: state.removals.filter(({ id }) => id !== removalId) }))
}

/** Looks for the keychain again and returns what was found. */
export async function checkSecretStore(): Promise<StudioState['secretStore']> {
  const answer = await studio.request('studio.checkSecretStore', {})
  if (answer.ok) studioStore.setState({ secretStore: answer.value })
  return studioStore.getState().secretStore
}

/** Told by a screen each time the engine has confirmed a save; shown in the status bar of that client. `instant` in ms since the epoch. */
export function noteSaved(workspaceId: string, instant: number): void {
  studioStore.setState(({ lastSavedAt }) => ({ lastSavedAt: new Map(lastSavedAt).set(workspaceId, instant) }))
}
