// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { fail } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { App } from '../../../renderer/App.tsx'
import { showToast } from '../../../renderer/components/toaster.ts'
import { routeStore } from '../../../renderer/shell/route-store.ts'
import { overlayStore } from '../../../renderer/shell/overlay-store.ts'
import { initialStudioState } from '../../../renderer/shell/studio-state.ts'
import { noteSaved, studioStore } from '../../../renderer/shell/studio-store.ts'
import { createFakeStudio, type FakeAnswers } from '../../fakes/fake-studio.ts'
import { click, during, find, mount, press, settle } from './mount.tsx'

// The screens have tests of their own; here only the frame around them counts.
vi.mock('../../../renderer/shell/screens.tsx', () => ({
  screenFor: (route: { screen: string; workspaceId: string }) => <p data-testid="screen">{`${route.screen} of ${route.workspaceId}`}</p>,
  welcomeScreen: () => <p data-testid="screen">welcome</p>,
  showcaseScreen: () => null,
  PracticePageDialog: () => null,
  RemoveClientDialog: () => <p role="alertdialog">remove it</p>,
  NewClientDialog: () => <p role="dialog">new client</p>
}))

const lumen: Workspace = { id: '00000000-0000-4000-8000-000000000001', name: 'Maison Lumen', colour: 'pine', timeZone: 'Europe/Paris', lateGraceMinutes: 30, safety: defaultSafety, kind: 'client', createdAt: 1 }
const quai: Workspace = { ...lumen, id: '00000000-0000-4000-8000-000000000002', name: 'Brasserie du Quai', colour: 'amber' }

const environment: RequestOutput<'studio.environment'> = {
  version: '0.1.0', electron: '45', platform: 'linux',
  systemLanguage: 'en-GB',
  dataFolder: '/data',
  secretStore: { state: 'ready', backend: 'memory' },
  engine: 'ready',
  isDevelopment: true
}

const state: RequestOutput<'studio.read'> = {
  settings: { ...initialStudioState.settings, lastWorkspaceId: quai.id },
  workspaces: [lumen, quai],
  unavailable: [],
  connectivity: { state: 'online', since: 1 },
  recoveries: [],
  removals: [],
  holds: []
}

async function open(changes: { readonly firstScreen?: Promise<void>; readonly state?: Partial<typeof state>; readonly environment?: Partial<typeof environment>; readonly answers?: FakeAnswers } = {}) {
  const fake = createFakeStudio({
    'studio.environment': () => ({ ...environment, ...changes.environment }),
    'studio.read': () => ({ ...state, ...changes.state }),
    'studio.counts': () => ({ workspaces: [{ workspaceId: quai.id, unreadInbox: 12, unreadWatch: 0, needsAttention: 1, waiting: 3, withoutYes: 0, atNetwork: 0, soughtThere: 0, movingThere: 0, outAtOldHour: 0, nextDueAt: 4_102_444_800_000 }] }),
    'studio.saveSettings': ({ settings }) => ({ ...state.settings, lastWorkspaceId: settings.lastWorkspaceId ?? null }),
    'studio.interactive': () => ({}),
    ...changes.answers
  })
  Object.assign(window, { studio: fake satisfies StudioBridge })
  await mount(<App firstScreen={changes.firstScreen ?? Promise.resolve()} />)
  await settle()
  return fake
}

function shownScreen(): string {
  return document.querySelector('[data-testid="screen"]')?.textContent ?? ''
}

beforeEach(() => {
  window.location.hash = ''
  studioStore.setState(initialStudioState, true)
  routeStore.setState({ route: null })
  overlayStore.setState({ open: null })
})

describe('the frame', () => {
  test('opens the client shown last, and shows its name, colour and counts', async () => {
    const fake = await open()
    expect(shownScreen()).toBe(`calendar of ${quai.id}`)
    expect(find('combobox', 'Brasserie du Quai')).toBeDefined()
    expect(document.documentElement.dataset['client']).toBe('amber')
    expect(document.title).toBe('Calendar — Brasserie du Quai — Vigie')
    expect(find('link', 'Inbox')?.textContent).toContain('12')
    expect(find('link', '3 to go out')?.textContent).toContain('1 to decide')
    expect(fake.requests.map(({ name }) => name)).toContain('studio.interactive')
  })

  test('goes to another client by key, on the same screen with nothing open in it', async () => {
    window.location.hash = `#/w/${quai.id}/inbox/00000000-0000-4000-8000-00000000000a`
    const fake = await open()
    await press('1', { ctrlKey: true })
    expect(shownScreen()).toBe(`inbox of ${lumen.id}`)
    expect(window.location.hash).toBe(`#/w/${lumen.id}/inbox`)
    expect(document.documentElement.dataset['client']).toBe('pine')
    expect(fake.requests).toContainEqual({ name: 'studio.saveSettings', input: { requestId: expect.any(String), settings: { lastWorkspaceId: lumen.id } } })
  })

  test('goes between screens with g and a letter, but not while someone is writing', async () => {
    await open()
    const field = document.createElement('input')
    document.body.append(field)
    await press('g', {}, field)
    await press('i', {}, field)
    expect(shownScreen()).toBe(`calendar of ${quai.id}`)
    await press('g')
    await press('i')
    expect(shownScreen()).toBe(`inbox of ${quai.id}`)
  })

  test('starts a post with Ctrl+N, even while someone is writing', async () => {
    await open()
    const field = document.createElement('textarea')
    document.body.append(field)
    await press('n', { ctrlKey: true }, field)
    expect(shownScreen()).toBe(`compose of ${quai.id}`)
  })

  test('tells of a save only at the table of the client it was for', async () => {
    await open()
    await during(() => noteSaved(quai.id, 1))
    expect(document.querySelector('footer')?.textContent).toContain('Saved')
    await press('1', { ctrlKey: true })
    expect(document.querySelector('footer')?.textContent).not.toContain('Saved')
    await press('2', { ctrlKey: true })
    expect(document.querySelector('footer')?.textContent).toContain('Saved')
  })

  test('shows a message only at the table of the client it is about, also when it comes late', async () => {
    await open()
    await during(() => showToast({ title: 'Moved to Thursday' }))
    await press('1', { ctrlKey: true })
    await during(() => showToast({ workspaceId: quai.id, title: '@quai answers' }))
    await during(() => showToast({ workspaceId: null, title: 'For everybody' }))
    expect(document.body.textContent).not.toContain('Moved to Thursday')
    expect(document.body.textContent).not.toContain('@quai answers')
    expect(document.body.textContent).toContain('For everybody')
    await press('2', { ctrlKey: true })
    expect(document.body.textContent).toContain('Moved to Thursday')
    expect(document.body.textContent).toContain('@quai answers')
  })

  test('makes a new client over the screen one is on', async () => {
    await open()
    await press('k', { ctrlKey: true })
    await click(find('option', 'New client'))
    expect(document.querySelector('[role="dialog"]')?.textContent).toContain('new client')
    expect(shownScreen()).toBe(`calendar of ${quai.id}`)
  })

  test('stands only once the code of its first screen is here', async () => {
    let arrive = (): void => undefined
    const firstScreen = new Promise<void>((resolve) => (arrive = resolve))
    await open({ firstScreen })
    expect(shownScreen()).toBe('')
    await during(arrive)
    expect(shownScreen()).toBe(`calendar of ${quai.id}`)
  })

  test('asks for the studio once, however often it is told that the engine is ready meanwhile', async () => {
    let arrive = (): void => undefined
    const firstScreen = new Promise<void>((resolve) => (arrive = resolve))
    const fake = await open({ firstScreen })
    await during(() => fake.emit('engine.changed', { state: 'ready' }))
    await during(arrive)
    expect(fake.requests.filter(({ name }) => name === 'studio.read')).toHaveLength(1)
    await during(() => fake.emit('engine.changed', { state: 'ready' }))
    expect(fake.requests.filter(({ name }) => name === 'studio.read')).toHaveLength(2)
  })

  test('welcomes when there is no client', async () => {
    await open({ state: { workspaces: [] } })
    expect(shownScreen()).toBe('welcome')
  })

  test('goes where a notification points', async () => {
    const fake = await open()
    await during(() => fake.emit('navigate', { workspaceId: lumen.id, to: 'inbox', subjectId: '00000000-0000-4000-8000-00000000000b' }))
    expect(window.location.hash).toBe(`#/w/${lumen.id}/inbox/00000000-0000-4000-8000-00000000000b`)
  })
})

describe('the palette', () => {
  test('opens with Ctrl+K, runs a command, and closes', async () => {
    await open()
    await press('k', { ctrlKey: true })
    expect(find('dialog', 'Command palette')).toBeDefined()
    expect(document.body.textContent).not.toContain('design language')
    await click(find('option', 'Go to Watch'))
    expect(shownScreen()).toBe(`watch of ${quai.id}`)
    expect(overlayStore.getState().open).toBeNull()
  })

  test('offers no key of the frame behind it', async () => {
    await open()
    await press('k', { ctrlKey: true })
    const input = document.querySelector('[role="dialog"] input')
    await press('g', {}, input ?? document.body)
    await press('i', {}, input ?? document.body)
    expect(shownScreen()).toBe(`calendar of ${quai.id}`)
  })
})

describe('states of the studio', () => {
  test('working offline is said in the status bar and can be ended there', async () => {
    const fake = await open({ state: { connectivity: { state: 'working_offline', since: 1 }, settings: { ...state.settings, workOffline: true } } })
    const button = find('button', 'Working offline')
    expect(button).toBeDefined()
    await during(() => fake.emit('connectivity.changed', { state: 'online', since: 2 }))
    expect(find('button', 'Online')).toBeDefined()
  })

  test('the foot promises no time while nothing leaves, and says what ends that', async () => {
    const foot = (): string => find('link', '3 to go out')?.textContent ?? ''
    const hold = { workspaceId: quai.id, reason: '', since: 1, restored: null }
    const fake = await open()
    expect(foot()).toContain('next: ')
    await during(() => fake.emit('connectivity.changed', { state: 'working_offline', since: 2 }))
    expect(foot()).toContain('nothing leaves before you are back online')
    await during(() => studioStore.setState({ holds: [hold] }))
    expect(foot()).toContain('nothing leaves before you lift the hold')
    expect(foot()).not.toContain('next: ')
    await during(() => studioStore.setState({ holds: [{ ...hold, workspaceId: lumen.id }] }))
    await during(() => fake.emit('connectivity.changed', { state: 'offline', since: 3 }))
    expect(foot()).toContain('next: ')
  })

  test('a hold speaks of what is called back only while something is', async () => {
    await open({ state: { holds: [{ workspaceId: quai.id, reason: 'Flood', since: 1, restored: null }] } })
    expect(document.body.textContent).toContain('What comes due waits for your decision.')
    expect(document.body.textContent).not.toContain('called back')
    const [counts] = studioStore.getState().counts.values()
    await during(() => studioStore.setState({ counts: new Map([[quai.id, { ...counts!, atNetwork: 2 }], [lumen.id, { ...counts!, workspaceId: lumen.id, atNetwork: 5 }]]) }))
    expect(document.body.textContent).toContain('2 still wait with their network and are being called back.')
  })

  test('a missing keychain is said once, with the way out', async () => {
    await open({ environment: { secretStore: { state: 'missing', backend: '' } }, answers: { 'studio.checkSecretStore': () => ({ state: 'ready', backend: 'keytar' }) } })
    expect(document.body.textContent).toContain('No keychain was found.')
    await click(find('button', 'Check again'))
    expect(document.body.textContent).not.toContain('No keychain was found.')
  })

  test('restored data are told at their own client’s table alone', async () => {
    const recovery = { id: '00000000-0000-4000-8000-00000000000c', at: 1, restoredTo: null, damagedFileName: 'damaged.db' }
    await open({ state: { recoveries: [{ ...recovery, workspaceId: lumen.id }] } })
    expect(document.body.textContent).not.toContain('damaged.db')
    await press('1', { ctrlKey: true })
    expect(document.body.textContent).toContain('Data of Maison Lumen were restored')
  })

  test('a client that cannot be opened says why, and the others go on', async () => {
    await open({ state: { unavailable: [{ workspaceId: quai.id, reason: 'database_from_the_future' }] } })
    expect(document.body.textContent).toContain('This client needs a newer Vigie')
    await press('1', { ctrlKey: true })
    expect(shownScreen()).toBe(`calendar of ${lumen.id}`)
  })

  test.each(['not_writable', 'file_locked', 'disk_gone', 'disk_full', 'folder_missing', 'other_client'] as const)('a client that is %s can be tried again, and speaks of no backup', async (reason) => {
    const fake = await open({ state: { unavailable: [{ workspaceId: quai.id, reason }] }, answers: { 'workspaces.openAgain': () => ({}) } })
    expect(document.body.textContent).not.toContain('backup was')
    await click(find('button', 'Try again'))
    expect(fake.requests).toContainEqual({ name: 'workspaces.openAgain', input: { workspaceId: quai.id } })
  })

  test('a damaged client is not tried again in vain', async () => {
    await open({ state: { unavailable: [{ workspaceId: quai.id, reason: 'database_damaged' }] } })
    expect([...document.querySelectorAll('button')].map((button) => button.textContent)).not.toContain('Try again')
  })

  test('a data folder that cannot be written is said in words, with one button, and gives way once it can be', async () => {
    let isWritable = false
    const fake = await open({ answers: { 'studio.read': () => (isWritable ? state : fail(studioError('not_writable', 'read-only', { retryable: true }))) } })
    expect(document.body.textContent).toContain('Vigie may not write to its folder.')
    expect(find('button', 'Try again')).toBeDefined()
    isWritable = true
    await during(() => fake.emit('studio.changed', {}))
    expect(shownScreen()).toBe(`calendar of ${quai.id}`)
  })

  test('an engine that does not start leaves one button', async () => {
    let engine: 'failed' | 'ready' = 'failed'
    const fake = await open({ answers: { 'studio.environment': () => ({ ...environment, engine }), 'studio.restartEngine': () => ({}) } })
    expect(document.body.textContent).toContain('The engine does not start')
    await click(find('button', 'Restart the engine'))
    expect(fake.requests.map(({ name }) => name)).toContain('studio.restartEngine')
    engine = 'ready'
    await during(() => fake.emit('engine.changed', { state: 'ready' }))
    expect(shownScreen()).toBe(`calendar of ${quai.id}`)
  })

  test('a setting that cannot be saved is put back and said', async () => {
    await open({ answers: { 'studio.saveSettings': () => ({ ok: false, error: { code: 'disk_full', message: 'ENOSPC', retryable: true } }) } })
    await press('k', { ctrlKey: true })
    await click(find('option', 'Dark theme'))
    await settle()
    expect(studioStore.getState().settings.theme).toBe('system')
    expect(document.body.textContent).toContain('The disk is full.')
  })
})
