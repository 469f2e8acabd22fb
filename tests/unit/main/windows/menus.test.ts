import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { en } from '../../../../electron/main/language/en.ts'
import { fr } from '../../../../electron/main/language/fr.ts'
import { menuTemplate, type MenuActions } from '../../../../electron/main/windows/menu-template.ts'
import { trayTemplate } from '../../../../electron/main/windows/tray-template.ts'

const noActions: MenuActions = { goTo: () => {}, openDataFolder: () => {}, quit: () => {} }
const linux = { isMac: false, isDevelopment: false }

function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])
}
const labels = (template: readonly MenuItemConstructorOptions[]) => items(template).flatMap(({ label }) => (label === undefined ? [] : [label]))
const click = (template: readonly MenuItemConstructorOptions[], label: string, checked = false) => {
  const { click: act } = items(template).find((candidate) => candidate.label === label) ?? {}
  ;(act as unknown as (item: { checked: boolean }) => void)({ checked })
}

test('leads to the screens', () => {
  const visited: string[] = []
  const template = menuTemplate(en, { ...noActions, goTo: (to) => void visited.push(to) }, linux)
  for (const label of ['New post', 'New client…', 'Settings…', 'Go to or do…', 'Calendar', 'Ideas', 'Library', 'Inbox', 'Watch', 'Outbox', 'Accounts', 'Keyboard shortcuts']) click(template, label)
  expect(visited).toEqual(['compose', 'newClient', 'settings', 'palette', 'calendar', 'ideas', 'library', 'inbox', 'watch', 'outbox', 'accounts', 'shortcuts'])
})

test('gives no key to two things', () => {
  for (const situation of [linux, { isMac: true, isDevelopment: true }]) {
    const keys = items(menuTemplate(en, noActions, situation)).flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('labels every item itself, so that no language of the system slips in', () => {
  const everything = items(menuTemplate(fr, noActions, { isMac: true, isDevelopment: true }))
  expect(everything.filter(({ type, label }) => type !== 'separator' && label === undefined)).toEqual([])
})

test('speaks French', () => {
  expect(labels(menuTemplate(fr, noActions, linux))).toEqual(expect.arrayContaining(['Fichier', 'Nouvelle publication', 'Coller sans mise en forme', 'Quitter Vigie']))
})

test('has developer tools only in development', () => {
  expect(labels(menuTemplate(en, noActions, linux))).not.toContain('Developer tools')
  expect(labels(menuTemplate(en, noActions, { ...linux, isDevelopment: true }))).toContain('Developer tools')
})

test('quits by its own question, not by the system’s role', () => {
  const done: string[] = []
  const template = menuTemplate(en, { ...noActions, quit: () => void done.push('quit') }, linux)
  expect(items(template).some(({ role }) => role === 'quit')).toBe(false)
  click(template, 'Quit Vigie')
  expect(done).toEqual(['quit'])
})

const at = (text: string) => new Date(text).getTime()

test('the tray says what is next and does only what it says', () => {
  const done: unknown[] = []
  const actions = {
    open: () => void done.push('open'),
    newPost: () => void done.push('new'),
    setWorkOffline: (offline: boolean) => void done.push(offline),
    quit: () => void done.push('quit')
  }
  const now = at('2026-11-21T08:00:00')
  const template = trayTemplate(en, { isWorkingOffline: false, isHeld: false, nextDueAt: at('2026-11-21T14:30:00'), now }, actions)
  expect(labels(template)[0]).toBe('Next publication: 14:30')
  expect(template[0]?.enabled).toBe(false)
  for (const label of ['Open Vigie', 'New post', 'Quit Vigie']) click(template, label)
  click(template, 'Work offline (hold everything)', true)
  expect(done).toEqual(['open', 'new', 'quit', true])
  expect(labels(trayTemplate(fr, { isWorkingOffline: true, isHeld: false, nextDueAt: null, now }, actions))[0]).toBe('Rien à envoyer')
  expect(labels(trayTemplate(fr, { isWorkingOffline: true, isHeld: false, nextDueAt: at('2026-11-21T14:30:00'), now }, actions))[0]).toBe('Rien ne part avant votre retour en ligne')
  expect(labels(trayTemplate(fr, { isWorkingOffline: false, isHeld: true, nextDueAt: null, now }, actions))[0]).toBe('Rien ne part avant la levée de la suspension')
  expect(trayTemplate(fr, { isWorkingOffline: true, isHeld: false, nextDueAt: null, now }, actions).find(({ type }) => type === 'checkbox')?.checked).toBe(true)
})
