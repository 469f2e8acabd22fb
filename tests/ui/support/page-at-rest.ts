import type { Page } from '@playwright/test'

type Answer = (name: string, input: unknown) => Promise<unknown>

export interface Asking {
  /** The same answers, with the page's questions counted. */
  watch(answer: Answer): Answer
  /** Waits until the page has asked for all that the last key or click leads to, and was answered. A question that waits for time, or for the test, is left to wait. */
  atRest(): Promise<void>
}

/** Longer than any answer takes that waits for nothing, on a loaded machine too. */
const patienceMs = 2_000

/**
 * One act of a person may be several questions, each asked when the one before is answered: save, look for repeats, schedule. Time that a test
 * moved on in between would be over before the last of them was asked.
 */
export function watchAsking(page: Page): Asking {
  const underWay = new Set<symbol>()
  let asked = 0
  return {
    watch: (answer) => async (name, input) => {
      const question = Symbol(name)
      underWay.add(question)
      asked += 1
      try {
        return await answer(name, input)
      } finally {
        underWay.delete(question)
      }
    },
    async atRest() {
      const giveUpAt = performance.now() + patienceMs
      for (let quiet = 0, known = asked; quiet < 2; known = asked) {
        await nextFrame(page)
        if (performance.now() > giveUpAt) underWay.clear()
        quiet = underWay.size === 0 && asked === known ? quiet + 1 : 0
      }
    }
  }
}

/** Another place of the same document would only change the address: the page is loaded anew each time. */
export async function openPage(page: Page, address: string): Promise<void> {
  if (page.url().startsWith('http')) await page.goto('about:blank')
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** The heading of the screen that is left would answer for the new one: the page hears of the new address first, and draws what it heard. */
export async function goToAddress(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    (address) =>
      new Promise<void>((resolve) => {
        if (window.location.hash === address) return resolve()
        window.addEventListener('hashchange', () => resolve(), { once: true })
        window.location.hash = address
      }),
    hash
  )
  await nextFrame(page)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** What was going on in the page is drawn, and what it does after that is begun. */
async function nextFrame(page: Page): Promise<void> {
  if (!page.url().startsWith('http')) return
  // A page that is just loading does not answer: it has asked nothing yet.
  await page.evaluate(() => new Promise<void>((resolve) => void requestAnimationFrame(() => setTimeout(resolve)))).catch(() => undefined)
}
