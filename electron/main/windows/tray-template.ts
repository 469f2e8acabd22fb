import type { MenuItemConstructorOptions } from 'electron'
import { describeMoment } from '../language/describe-moment.ts'
import type { Texts } from '../language/en.ts'

export interface TraySituation {
  readonly isWorkingOffline: boolean
  /** ms since the epoch; null when nothing leaves by itself. */
  readonly nextDueAt: number | null
  /** A hold keeps what is scheduled, of one client at least. */
  readonly isHeld: boolean
  readonly now: number
}

export interface TrayActions {
  readonly open: () => void
  readonly newPost: () => void
  readonly setWorkOffline: (workOffline: boolean) => void
  readonly quit: () => void
}

/** The menu of the icon among the system's: what Vigie will do next, and the few things one wants without the window. */
export function trayTemplate(texts: Texts, situation: TraySituation, actions: TrayActions): MenuItemConstructorOptions[] {
  const { tray } = texts
  return [
    { label: nextWords(texts, situation), enabled: false },
    { type: 'separator' },
    { label: tray.open, click: actions.open },
    { label: tray.newPost, click: actions.newPost },
    { label: tray.workOffline, type: 'checkbox', checked: situation.isWorkingOffline, click: (item) => actions.setWorkOffline(item.checked) },
    { type: 'separator' },
    { label: tray.quit, click: actions.quit }
  ]
}

/** No time is promised while nothing leaves. */
function nextWords({ tray, language }: Texts, { nextDueAt, isHeld, isWorkingOffline, now }: TraySituation): string {
  if (nextDueAt === null) return isHeld ? tray.keptByHold : tray.nothingDue
  return isWorkingOffline ? tray.keptOffline : tray.nextDue.replace('{when}', describeMoment(language, nextDueAt, now))
}
