import type { Notification as ElectronNotification } from 'electron'
import type { Texts } from '../language/en.ts'
import { describeAlert, destinationOf, type Alert, type Destination } from './describe-alert.ts'

export interface DesktopAlertNeeds {
  readonly Notification: Pick<typeof ElectronNotification, 'isSupported'> & (new (options: { title: string; body: string }) => NotificationLike)
  readonly texts: () => Texts
  /** The user wants notifications, and is not looking at the window anyway. */
  readonly isWanted: () => boolean
  /** null when it is not known: then the notification says only what happened. */
  readonly clientName: (workspaceId: string) => Promise<string | null>
  readonly goTo: (destination: Destination) => void
}

interface NotificationLike {
  on(event: 'click' | 'close', listener: () => void): unknown
  show(): void
}

/** Shows alerts of the engine as notifications of the system, with the client's name first; a click leads to the place. */
export function createDesktopAlerts(needs: DesktopAlertNeeds): (alert: Alert) => Promise<void> {
  // A notification nobody holds is collected, and its click with it.
  const shown = new Set<NotificationLike>()
  return async (alert) => {
    if (!needs.isWanted() || !needs.Notification.isSupported()) return
    const client = await needs.clientName(alert.workspaceId)
    const what = describeAlert(alert, needs.texts())
    const notification = new needs.Notification({ title: client === null ? what : `${client} — ${what}`, body: alert.title })
    shown.add(notification)
    notification.on('click', () => {
      shown.delete(notification)
      needs.goTo(destinationOf(alert))
    })
    notification.on('close', () => shown.delete(notification))
    notification.show()
  }
}
