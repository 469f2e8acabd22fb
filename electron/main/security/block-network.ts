import type { Session } from 'electron'
import { isAllowedRequest } from './is-allowed-request.ts'

/** Cancels every request of the page that is not for the application's own files. The second wall after the Content-Security-Policy. */
export function blockNetwork(session: Pick<Session, 'webRequest'>, isDevelopment: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, isDevelopment) })
  })
}
