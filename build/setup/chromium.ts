/** The browser in which pages are tested and measured without Electron. */
import { pathOf } from './commands.ts'
import { bringSystemPackages } from './system-packages.ts'

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The system's Chromium, or why there is none. VIGIE_CHROMIUM names another one. */
export function findChromium(): { readonly executable: string } | { readonly complaint: string } {
  const named = process.env['VIGIE_CHROMIUM']
  if (named) return { executable: named }
  const findOne = (): string | undefined => CHROMIUMS.map(pathOf).find((path) => path !== undefined)
  const complaint = findOne() === undefined ? bringSystemPackages({ commands: ['chromium'] }) : undefined
  const found = findOne()
  return found === undefined ? { complaint: complaint ?? 'no Chromium was found: name one in VIGIE_CHROMIUM' } : { executable: found }
}
