import { eventMap, type EventName } from '../../../shared/contract/event-map.ts'
import type { Alert } from '../alerts/describe-alert.ts'

export interface EngineFollower {
  /** false: it does not fit the contract. */
  readonly pushToPages: (name: string, payload: unknown) => boolean
  readonly onAlert: (alert: Alert) => void
  readonly onSettingsMayHaveChanged: () => void
  readonly onWorkMayHaveChanged: () => void
  /** The person is in the browser, and only here can they go on. */
  readonly onPersonNeeded: () => void
  readonly logError: (text: string) => void
}

const aboutWork: ReadonlySet<EventName> = new Set<EventName>(['counts.changed', 'outbox.changed', 'posts.changed'])

/** What main does about an event of the engine: hands it to the page, and uses what concerns the shell. */
export function createEngineFollower(needs: EngineFollower): (name: EventName, payload: unknown) => void {
  return (name, payload) => {
    if (!needs.pushToPages(name, payload)) {
      needs.logError(`the engine's event ${name} does not fit the contract`)
      return
    }
    if (name === 'studio.changed') needs.onSettingsMayHaveChanged()
    if (name === 'accounts.loginChoice') needs.onPersonNeeded()
    if (aboutWork.has(name)) needs.onWorkMayHaveChanged()
    if (name === 'alert.raised') needs.onAlert(eventMap['alert.raised'].parse(payload))
  }
}
