import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

const source = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8')

const options: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // No rule of WCAG's: open menus stand beside the landmarks, as a native menu does.
  rules: { region: { enabled: false } },
  resultTypes: ['violations'],
  elementRef: false
}

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/**
 * No violation of axe's rules on the page as it stands. Left out are Base UI's focus guards: invisible stops that hand the focus on at once, which
 * axe takes for hidden elements with focus. axe is asked directly: its Playwright wrapper loads it anew for each look, which takes longer than the look.
 */
export async function expectAccessible(page: Page, what: string, { contrast = true }: { readonly contrast?: boolean } = {}): Promise<void> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(source)
  const { violations } = await page.evaluate(async (given) => {
    // Colours that are still on their way to the other theme are no finding.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    return window.axe!.run({ exclude: ['[data-base-ui-focus-guard]'] }, given)
  }, { ...options, rules: { ...options.rules, 'color-contrast': { enabled: contrast } } })
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`) }))
  expect(found, what).toEqual([])
}
