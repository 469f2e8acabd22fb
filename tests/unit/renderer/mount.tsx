import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach } from 'vitest'
import { startLanguage } from '../../../renderer/language/start-language.ts'

declare global {
  /** Tells React that `act` is in use; see https://react.dev/reference/react/act */
  // eslint-disable-next-line no-var -- a global can only be declared with var
  var IS_REACT_ACT_ENVIRONMENT: boolean
}

globalThis.IS_REACT_ACT_ENVIRONMENT = true

const ends: (() => Promise<void>)[] = []

/** Renders into the page of the test, in English unless told otherwise; taken away again after the test. */
export async function mount(content: ReactNode, language: 'en' | 'fr' = 'en'): Promise<HTMLElement> {
  await startLanguage(language)
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  ends.push(async () => {
    await during(() => root.unmount())
    place.remove()
  })
  await during(() => root.render(content))
  return place
}

/** Lets what was begun come to its end: answers of the fake studio, effects, zero timers. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve))
  })
}

/** Does something to the page and waits for all that follows from it. */
export async function during(work: () => unknown): Promise<void> {
  await act(async () => {
    work()
    await Promise.resolve()
  })
  await settle()
}

export async function click(element: Element | null | undefined): Promise<void> {
  if (!(element instanceof HTMLElement)) throw new Error('there is nothing to click')
  await during(() => element.click())
}

export async function press(key: string, held: Partial<KeyboardEventInit> = {}, target: Element = document.body): Promise<void> {
  await during(() => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })))
}

/** The first element of that role whose name or text contains the words. */
export function find(role: string, words = ''): HTMLElement | undefined {
  const implied: Readonly<Record<string, string>> = { button: 'button', link: 'a[href]', heading: 'h1, h2, h3' }
  const all = document.querySelectorAll<HTMLElement>([`[role="${role}"]`, implied[role]].filter((part) => part !== undefined).join(', '))
  return [...all].find((element) => (element.getAttribute('aria-label') ?? element.textContent).includes(words))
}

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  document.body.innerHTML = ''
})
