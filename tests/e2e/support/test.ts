import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { Studio, type StudioLaunch } from './studio.ts'

interface StudioFixtures {
  /** An empty folder of this test's own. */
  readonly dataFolder: string
  /** Starts a studio, in `dataFolder` unless told otherwise; closed after the test if it still runs. */
  readonly launch: (launch?: Partial<StudioLaunch>) => Promise<Studio>
  /** A studio that runs already. */
  readonly studio: Studio
}

export const test = base.extend<StudioFixtures>({
  // Playwright reads from this pattern what a fixture needs: none, here.
  // oxlint-disable-next-line no-empty-pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-e2e-'))
    await use(folder)
    // The browser's helper processes may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  },
  launch: async ({ dataFolder }, use, info) => {
    const studios: Studio[] = []
    await use(async (launch = {}) => {
      const studio = await Studio.launch({ dataFolder, ...launch })
      studios.push(studio)
      return studio
    })
    for (const studio of studios) {
      if (info.status !== info.expectedStatus) await info.attach('output', { body: studio.output() })
      if (studio.isRunning()) await studio.close()
    }
  },
  studio: async ({ launch }, use) => {
    await use(await launch())
  }
})

export { expect } from '@playwright/test'
