import type { Page } from '@playwright/test'
import { bridgeEventNames } from '../../../shared/contract/bridge-names.ts'
import type { EventName, EventPayload } from '../../../shared/contract/event-map.ts'

declare global {
  interface Window {
    /** Put there by Playwright: the way out of the page. */
    askStudio(name: string, input: unknown): Promise<unknown>
    /** The way in, for events. */
    tellPage?(name: string, payload: unknown): void
  }
}

export interface JoinedPage {
  push<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
}

/** Gives the page the same `window.studio` that the preload makes in Electron, with `answer` behind it. */
export async function joinPage(page: Page, answer: (name: string, input: unknown) => Promise<unknown>): Promise<JoinedPage> {
  await page.exposeFunction('askStudio', answer)
  await page.addInitScript((eventNames: readonly string[]) => {
    const listeners = new Map<string, Set<(payload: unknown) => void>>(eventNames.map((name) => [name, new Set()]))
    window.tellPage = (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload))
    const bridge = Object.freeze({
      request: (name: string, input: unknown) => window.askStudio(name, input),
      on(name: string, listener: (payload: unknown) => void) {
        listeners.get(name)?.add(listener)
        return () => listeners.get(name)?.delete(listener)
      }
    })
    Object.defineProperty(window, 'studio', { value: bridge })

    // A plain browser does not know the studio's media scheme: the same files come from the server of the test.
    const setAttribute = Element.prototype.setAttribute
    const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!
    Object.defineProperty(HTMLImageElement.prototype, 'src', { ...source, set(value: string) { source.set!.call(this, value.replace(/^vigie-media:\/\//, '/media/')) } })
    Element.prototype.setAttribute = function (name: string, value: string) {
      setAttribute.call(this, name, name === 'src' || name === 'poster' ? value.replace(/^vigie-media:\/\//, '/media/') : value)
    }
  }, bridgeEventNames)
  return {
    push: (name, payload) =>
      // A page that is just loading or has gone hears nothing; it asks anyway when it comes.
      void page.evaluate(([eventName, eventPayload]) => window.tellPage?.(eventName, eventPayload), [name, payload] as const).catch(() => undefined)
  }
}
