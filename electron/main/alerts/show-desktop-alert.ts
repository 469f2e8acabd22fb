import type { Notification as ElectronNotification } from 'electron'
import type { Texts } from '../language/texts.ts'
import { describeAlert, destinationOf, type Alert, type Destination } from './describe-alert.ts'

export interface DesktopAlertNeeds {
  readonly Notification: Pick<typeof ElectronNotification, 'isSupported'> & (new (options: { title: string; body: string }) => NotificationLike)
  readonly texts: () => Texts
  /** The user wants notifications, and is not looking at the window anyway. */
  readonly isWanted: () => boolean
  readonly goTo: (destination: Destination) => void
}

interface NotificationLike {
  on(event: 'click' | 'close', listener: () => void): unknown
  show(): void
}

/** Shows alerts of the engine as notifications of the system; a click leads to the place. */
export function createDesktopAlerts(needs: DesktopAlertNeeds): (alert: Alert) => void {
  // A notification nobody holds is collected, and its click with it.
  const shown = new Set<NotificationLike>()
  return (alert) => {
    if (!needs.isWanted() || !needs.Notification.isSupported()) return
    const notification = new needs.Notification({ title: describeAlert(alert, needs.texts()), body: alert.title })
    shown.add(notification)
    notification.on('click', () => {
      shown.delete(notification)
      needs.goTo(destinationOf(alert))
    })
    notification.on('close', () => shown.delete(notification))
    notification.show()
  }
}
