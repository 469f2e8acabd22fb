import type { Session } from 'electron'
import { appOrigin } from './is-own-url.ts'

/** Only what the page itself has made (an export); the system's dialog asks where it goes. */
export function isAllowedDownload(url: string): boolean {
  return url.startsWith(`blob:${appOrigin}/`)
}

/** Keeps anything else from reaching the disk, whatever made the page offer it. */
export function guardDownloads(session: Pick<Session, 'on'>): void {
  session.on('will-download', (event, item) => {
    if (!isAllowedDownload(item.getURL())) event.preventDefault()
  })
}
