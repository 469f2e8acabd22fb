import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'

const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const json = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE']

export default defineConfig({
  outputDir: inRoot('test-results/playwright'),
  timeout: 60_000,
  // Not a bound on the product: a loaded machine with two cores now and then stands still for some seconds.
  expect: { timeout: 15_000 },
  // Two pages at a time, each in a browser and with an engine of its own: one alone leaves a third of two cores idle.
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ...(json === undefined ? [] : [['json', { outputFile: json }] as const])],
  projects: [
    {
      // The built page in a plain Chromium, joined to a real engine in the test process.
      name: 'ui',
      testDir: inRoot('tests/ui'),
      use: {
        launchOptions: {
          ...(process.env['VIGIE_CHROMIUM'] === undefined ? {} : { executablePath: process.env['VIGIE_CHROMIUM'] }),
          args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
        }
      }
    },
    // The real application in Electron. One window at a time: windows share the display, the keyring and the two cores of a small machine.
    { name: 'e2e', testDir: inRoot('tests/e2e'), workers: 1 },
    { name: 'screenshots', testDir: inRoot('tests/screenshots'), workers: 1, timeout: 600_000 }
  ]
})
