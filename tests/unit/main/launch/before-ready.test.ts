import type { CustomScheme } from 'electron'
import { expect, test } from 'vitest'
import { prepareBeforeReady } from '../../../../electron/main/launch/before-ready.ts'
import { placesIn } from '../../../../electron/main/launch/data-folder.ts'
import type { Launch } from '../../../../electron/main/launch/read-launch.ts'
import { freshShellState } from '../../../../electron/main/windows/shell-state.ts'

function prepared(situation: { isPackaged?: boolean; noSandbox?: boolean; language?: 'fr'; wished?: 'en' } = {}) {
  const done: unknown[] = []
  const app = {
    isPackaged: situation.isPackaged ?? false,
    enableSandbox: () => void done.push('sandbox'),
    setPath: (name: string, path: string) => void done.push([name, path]),
    setAppUserModelId: () => {},
    setAsDefaultProtocolClient: (scheme: string) => done.push(['opens', scheme]) > 0,
    commandLine: { hasSwitch: (name: string) => name === 'no-sandbox' && situation.noSandbox === true, appendSwitch: (...values: string[]) => void done.push(values) }
  }
  const schemes: CustomScheme[] = []
  const protocol = {
    registerSchemesAsPrivileged: (all: typeof schemes) => {
      done.push('schemes')
      schemes.push(...all)
    }
  }
  const wish = { path: '/a.png', size: { width: 1, height: 1 }, theme: null, language: situation.wished ?? null, route: null }
  const launch = {
    options: { mode: situation.wished === undefined ? { kind: 'studio' } : { kind: 'screenshot', wish }, timing: false },
    places: placesIn('/data'),
    shellState: { current: () => ({ ...freshShellState, language: situation.language ?? 'system' }), change: () => {} }
  } as unknown as Launch
  prepareBeforeReady(app, protocol, launch)
  return { done, schemes }
}

test('turns the sandbox on before anything else', () => {
  expect(prepared().done).toEqual(['sandbox', 'schemes', ['userData', '/data'], ['sessionData', '/data/browser'], ['crashDumps', '/data/browser/crashes']])
})

test('leaves the switch off only where Chromium was told --no-sandbox', () => {
  expect(prepared({ noSandbox: true }).done[0]).toBe('schemes')
})

test('gives its schemes no more than they need', () => {
  expect(prepared().schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'vigie-media', privileges: { standard: true, secure: true, stream: true, corsEnabled: true } }
  ])
})

test('speaks the language of the settings from the first moment, or the one wished for a picture', () => {
  expect(prepared({ language: 'fr' }).done).toContainEqual(['lang', 'fr'])
  expect(prepared({ language: 'fr', wished: 'en' }).done).toContainEqual(['lang', 'en'])
})

test('opens vigie: links only when it is installed', () => {
  expect(prepared({ isPackaged: true }).done).toContainEqual(['opens', 'vigie'])
  expect(prepared().done).not.toContainEqual(['opens', 'vigie'])
})
