import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A page that can be photographed, as little of it as is needed. */
export interface Photographable {
  capturePage(): Promise<{ toPNG(): Buffer }>
  executeJavaScript(code: string): Promise<unknown>
}

const fontsAndTwoFrames = 'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))'
const between = 150
/** Data that arrive, pictures that load and movements that end are waited for, but not for ever: a clock on the page never rests. */
const maxPictures = 30

/** Takes the picture once two in a row are the same, and writes it. `wait` takes ms. */
export async function takeScreenshot(page: Photographable, path: string, wait: (ms: number) => Promise<void>): Promise<void> {
  await page.executeJavaScript(fontsAndTwoFrames)
  let last = (await page.capturePage()).toPNG()
  for (let count = 1; count < maxPictures; count++) {
    await wait(between)
    const next = (await page.capturePage()).toPNG()
    if (next.equals(last)) break
    last = next
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, last)
}
