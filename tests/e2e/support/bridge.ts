import type { Page } from '@playwright/test'
import { eventNames, type EventName, type EventPayload } from '../../../shared/contract/event-map.ts'
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

  /** From now on every event is kept in the page with its time. The studio of a test does this as soon as its page can be used. */
  async record(): Promise<void> {
    await this.#page.evaluate((names) => {
      const page = globalThis as unknown as { heard?: { name: string; at: number; payload: Record<string, unknown> }[] }
      if (page.heard !== undefined) return
      const heard: { name: string; at: number; payload: Record<string, unknown> }[] = []
      page.heard = heard
      const listen = window.studio!.on as (name: string, listener: (payload: Record<string, unknown>) => void) => () => void
      for (const name of names) listen(name, (payload) => heard.push({ name, at: Date.now(), payload }))
    }, eventNames)
  }

  /**
   * The first event of that name, from this call on, that has all of `expected` in it. Call it before the thing is done that raises it; it
   * counts from the very moment of the call, however long the page takes to be asked.
   */
  async next<Name extends EventName>(name: Name, expected: Partial<EventPayload<Name>> = {}): Promise<EventPayload<Name>> {
    const since = Date.now()
    await this.record()
    const found = await this.#page.waitForFunction(
      ([eventName, from, wanted]) => {
        const { heard } = globalThis as unknown as { heard?: { name: string; at: number; payload: Record<string, unknown> }[] }
        return heard?.find((event) => event.name === eventName && event.at >= from && Object.entries(wanted).every(([key, value]) => JSON.stringify(event.payload[key]) === JSON.stringify(value)))?.payload
      },
      [name, since, expected] as [string, number, Record<string, unknown>],
      { polling: 20, timeout: 45_000 }
    )
    return (await found.jsonValue()) as unknown as EventPayload<Name>
  }
}
