import type { Page } from '@playwright/test'
import type { EventName, EventPayload } from '../../../shared/contract/event-map.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../../shared/contract/request-map.ts'
import type { Result } from '../../../shared/contract/result.ts'

/** `window.studio` of a page, from the test's side: what a test asks here goes the whole way that the page's own questions go. */
export class Bridge {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>>> {
    const question: [string, unknown] = [name, input]
    const answer: unknown = await this.#page.evaluate(([requestName, requestInput]) => {
      const ask = window.studio!.request as (name: string, input: unknown) => Promise<unknown>
      return ask(requestName, requestInput)
    }, question)
    return answer as Result<RequestOutput<Name>>
  }

  /** The value of a call that has to succeed. */
  async ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    const result = await this.request(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
    return result.value
  }

  /** The next event of that name that has all of `expected` in it. Begin to wait before the thing is done that raises it. */
  async next<Name extends EventName>(name: Name, expected: Partial<EventPayload<Name>> = {}): Promise<EventPayload<Name>> {
    const wish: [string, Record<string, unknown>] = [name, expected]
    const payload: unknown = await this.#page.evaluate(
      ([eventName, wanted]) =>
        new Promise((resolve) => {
          const listen = window.studio!.on as (name: string, listener: (payload: Record<string, unknown>) => void) => () => void
          const end = listen(eventName, (heard) => {
            if (!Object.entries(wanted).every(([key, value]) => JSON.stringify(heard[key]) === JSON.stringify(value))) return
            end()
            resolve(heard)
          })
        }),
      wish
    )
    return payload as EventPayload<Name>
  }
}
