import type { Session } from 'electron'
import { decidePermission } from './decide-permission.ts'

type GuardedSession = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>

/** Both handlers are needed: Chromium asks some permissions only through the check, others only through the request. */
export function guardPermissions(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(decidePermission({ permission, requestingUrl: details.requestingUrl, isMainFrame: details.isMainFrame }))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    decidePermission({ permission, requestingUrl: requestingOrigin, isMainFrame: details.isMainFrame })
  )
  session.setDevicePermissionHandler(() => false)
}
