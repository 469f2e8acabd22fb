import type { Session } from 'electron'
import type { EventPayload } from '../../../shared/contract/event-map.ts'
import { appOrigin } from './is-own-url.ts'

/** Only what the page itself has made (an export); the system's dialog asks where it goes. */
export function isAllowedDownload(url: string): boolean {
  return url.startsWith(`blob:${appOrigin}/`)
}

const outcomes = { completed: 'saved', cancelled: 'cancelled', interrupted: 'failed' } as const

/** Keeps anything else from reaching the disk, whatever made the page offer it, and tells what became of the rest: only the system's dialog knows. */
export function guardDownloads(session: Pick<Session, 'on'>, tell: (ended: EventPayload<'studio.fileSaved'>) => void): void {
  session.on('will-download', (event, item) => {
    const address = item.getURL()
    if (!isAllowedDownload(address)) return event.preventDefault()
    item.once('done', (_event, state) => tell({ address, outcome: outcomes[state] }))
  })
}
