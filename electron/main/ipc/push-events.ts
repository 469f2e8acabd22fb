import type { WebContents } from 'electron'
import { eventChannel } from '../../../shared/contract/bridge-names.ts'
import { eventMap, isEventName, type EventName, type EventPayload } from '../../../shared/contract/event-map.ts'

type Page = Pick<WebContents, 'id' | 'send' | 'once' | 'isDestroyed'>

/** The pages that main itself opened: the only ones that may ask (`trusted-sender.ts`) and the only ones that hear. */
export class OwnPages {
  readonly #pages = new Map<number, Page>()

  get ids(): ReadonlySet<number> {
    return new Set(this.#pages.keys())
  }

  add(page: Page): void {
    const { id } = page // Reading it from a destroyed page throws.
    this.#pages.set(id, page)
    page.once('destroyed', () => this.#pages.delete(id))
  }

  push<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    this.#send(name, payload)
  }

  /** For what comes from another process: false, and nothing is sent, when it does not fit the contract. */
  pushUnknown(name: string, payload: unknown): boolean {
    if (!isEventName(name)) return false
    const parsed = eventMap[name].safeParse(payload)
    if (parsed.success) this.#send(name, parsed.data)
    return parsed.success
  }

  #send(name: EventName, payload: unknown): void {
    for (const page of this.#pages.values()) if (!page.isDestroyed()) page.send(eventChannel, name, payload)
  }
}
