import { setTimeout as wait } from 'node:timers/promises'
import type { Studio } from '../assemble-studio.ts'
import type { ScreenshotWish } from './launch-options.ts'
import { takeScreenshot } from './take-screenshot.ts'

const limit = 60_000

/** Opens the studio as asked, waits until it can be used, writes the picture. Resolves to an exit code; says why when it is not 0. */
export async function runScreenshot({ shell, pages, interactive }: Studio, wish: ScreenshotWish, say: (line: string) => void): Promise<number> {
  shell.window.open(wish.route?.kind === 'address' ? wish.route.hash : '')
  const isInteractive = await Promise.race([interactive.then(() => true), wait(limit, false, { ref: false })])
  const window = shell.window.window
  if (!isInteractive || window === null) {
    say(`the studio was not ready for use within ${limit / 1_000} s; logs/vigie.log in the data folder says more`)
    return 1
  }
  if (wish.route?.kind === 'screen') pages.push('navigate', { workspaceId: null, to: wish.route.to, subjectId: null })
  try {
    await takeScreenshot(window.webContents, wish.path, (ms) => wait(ms))
  } catch (cause) {
    say(`the picture could not be written: ${cause instanceof Error ? cause.message : String(cause)}`)
    return 1
  }
  return 0
}
