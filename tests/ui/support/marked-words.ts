import type { Page } from '@playwright/test'

/** The words that wear a mark, as the browser draws them over the text, in the order of the page. */
export async function markedWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('text-mark') ?? [])].filter((range) => range instanceof Range)
    return ranges.toSorted((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other)).map(String)
  })
}
