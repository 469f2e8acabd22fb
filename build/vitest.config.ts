import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const setupFiles = [fileURLToPath(new URL('loopback-only.ts', import.meta.url))]

/** One layer of tests. Component tests ask for a page by a first line `// @vitest-environment happy-dom`. */
const layer = (name: string, include: readonly string[], timeout: number, globalSetup: readonly string[] = []) => ({
  root,
  plugins: [react()],
  test: {
    name,
    include: [...include],
    environment: 'node',
    testTimeout: timeout,
    hookTimeout: timeout,
    setupFiles,
    globalSetup: [...globalSetup],
    // Class names stay readable, so that a component test may ask for one.
    css: { modules: { classNameStrategy: 'non-scoped' as const } }
  }
})

export default defineConfig({
  root,
  test: {
    projects: [
      // Not a bound on the product: some draw their first text out of all of Unicode for seconds on a loaded machine.
      layer('unit', ['tests/unit/**/*.test.{ts,tsx}'], 20_000),
      layer('integration', ['tests/{integration,contract}/**/*.test.ts'], 60_000),
      layer('keychain', ['tests/keychain/**/*.test.ts'], 30_000),
      layer('servers', ['tests/servers/**/*.test.ts'], 120_000),
      layer('appview', ['tests/appview/**/*.test.ts'], 120_000, ['tests/appview/provide-network.ts'])
    ]
  }
})
