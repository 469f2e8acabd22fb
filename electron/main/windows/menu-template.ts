import type { MenuItemConstructorOptions } from 'electron'
import type { EventPayload } from '../../../shared/contract/event-map.ts'
import type { Texts } from '../language/en.ts'

export type Destination = EventPayload<'navigate'>['to']

export interface MenuActions {
  readonly goTo: (to: Destination) => void
  readonly openDataFolder: () => void
  readonly quit: () => void
}

export interface MenuSituation {
  readonly isMac: boolean
  readonly isDevelopment: boolean
}

/**
 * The native menu. Keys that the page answers itself (new post, palette) stand here too: the page hears them first and keeps them, the menu
 * serves while no window is open and tells them to whoever looks.
 */
export function menuTemplate({ menu }: Texts, actions: MenuActions, situation: MenuSituation): MenuItemConstructorOptions[] {
  const go = (label: string, to: Destination, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.goTo(to),
    ...(accelerator === undefined ? {} : { accelerator })
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const quit: MenuItemConstructorOptions = { label: menu.quit, accelerator: 'CommandOrControl+Q', click: actions.quit }
  const settings = go(menu.settings, 'settings', 'CommandOrControl+,')

  const application: MenuItemConstructorOptions = {
    label: 'Vigie',
    submenu: [
      { role: 'about', label: menu.about }, separator, settings, separator, { role: 'services', label: menu.services }, separator,
      { role: 'hide', label: menu.hide }, { role: 'hideOthers', label: menu.hideOthers }, { role: 'unhide', label: menu.showAll }, separator, quit
    ]
  }
  const file: MenuItemConstructorOptions = {
    label: menu.file,
    submenu: [
      go(menu.newPost, 'compose', 'CommandOrControl+N'), go(menu.newClient, 'newClient', 'CommandOrControl+Shift+N'), separator, { role: 'close', label: menu.closeWindow },
      ...(situation.isMac ? [] : [separator, settings, separator, quit])
    ]
  }
  const edit: MenuItemConstructorOptions = {
    label: menu.edit,
    submenu: [
      { role: 'undo', label: menu.undo }, { role: 'redo', label: menu.redo }, separator, { role: 'cut', label: menu.cut }, { role: 'copy', label: menu.copy },
      { role: 'paste', label: menu.paste }, { role: 'pasteAndMatchStyle', label: menu.pasteAsText }, { role: 'selectAll', label: menu.selectAll }
    ]
  }
  const goMenu: MenuItemConstructorOptions = {
    label: menu.go,
    submenu: [
      go(menu.palette, 'palette', 'CommandOrControl+K'), separator, go(menu.calendar, 'calendar'), go(menu.ideas, 'ideas'), go(menu.library, 'library'), go(menu.inbox, 'inbox'), go(menu.watch, 'watch'),
      go(menu.outbox, 'outbox'), separator, go(menu.accounts, 'accounts')
    ]
  }
  return [...(situation.isMac ? [application] : []), file, edit, goMenu, viewMenu(menu, situation), windowMenu(menu), helpMenu(menu, go, actions, situation)]
}

function viewMenu(menu: Texts['menu'], { isDevelopment }: MenuSituation): MenuItemConstructorOptions {
  const forDevelopers: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload', label: menu.reload },
    { role: 'toggleDevTools', label: menu.developerTools }
  ]
  return {
    label: menu.view,
    submenu: [
      { role: 'resetZoom', label: menu.actualSize }, { role: 'zoomIn', label: menu.zoomIn }, { role: 'zoomOut', label: menu.zoomOut },
      { type: 'separator' }, { role: 'togglefullscreen', label: menu.fullScreen }, ...(isDevelopment ? forDevelopers : [])
    ]
  }
}

function windowMenu(menu: Texts['menu']): MenuItemConstructorOptions {
  return { label: menu.window, role: 'window', submenu: [{ role: 'minimize', label: menu.minimise }, { role: 'close', label: menu.closeWindow }] }
}

function helpMenu(
  menu: Texts['menu'],
  go: (label: string, to: Destination) => MenuItemConstructorOptions,
  actions: MenuActions,
  { isMac }: MenuSituation
): MenuItemConstructorOptions {
  return {
    label: menu.help,
    role: 'help',
    submenu: [
      go(menu.shortcuts, 'shortcuts'), { label: menu.dataFolder, click: actions.openDataFolder },
      ...(isMac ? [] : [{ type: 'separator' } as const, { role: 'about', label: menu.about } as const])
    ]
  }
}
