import { RuleTester } from 'oxlint/plugins-dev'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'
import plugin from '../../../build/lint/vigie-plugin.ts'

RuleTester.describe = describe
RuleTester.it = it

const inRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const run = (rule: keyof typeof plugin.rules, valid: readonly [string, string][], invalid: readonly [string, string, string][]): void => {
  new RuleTester({ languageOptions: { parserOptions: { lang: 'tsx' } } }).run(rule, plugin.rules[rule] as never, {
    valid: valid.map(([file, code]) => ({ name: `${file}: ${code.split('\n', 1)[0]}`, filename: inRoot(file), code })),
    invalid: invalid.map(([file, code, message]) => ({
      name: `${file}: ${code.split('\n', 1)[0]}`,
      filename: inRoot(file),
      code,
      errors: [{ message: new RegExp(message) }] as never
    }))
  })
}

run(
  'import-direction',
  [
    ['shared/posts/post.ts', "import { z } from 'zod'\nimport type { A } from '../inbox/a.ts'"],
    ['electron/engine/posts/posts-service.ts', "import { join } from 'node:path'\nimport { a } from '../outbox/outbox-service.ts'"],
    ['electron/engine/posts/posts-service.ts', "import type { NetworkAdapter } from '../networks/network-adapter.ts'"],
    ['electron/engine/create-engine.ts', "import { mastodon } from './networks/mastodon/mastodon-adapter.ts'"],
    ['electron/main/main.ts', "import { app } from 'electron'\nimport keytar from 'keytar'"],
    ['electron/preload/preload.ts', "import { contextBridge } from 'electron'\nimport { requestNames } from '../../shared/contract/request-map.ts'"],
    ['renderer/App.tsx', "import { useState } from 'react'\nimport './app.css'\nimport '@fontsource-variable/inter'\nimport a from './lookout.svg'"],
    ['tests/unit/anything.test.ts', "import { app } from 'electron'\nimport '../../electron/engine/engine.ts'"]
  ],
  [
    ['shared/posts/post.ts', "import { readFileSync } from 'node:fs'", 'take the value'],
    ['shared/posts/post.ts', "import { readFileSync } from 'fs'", 'take the value'],
    ['shared/posts/post.ts', "import type { A } from '../../electron/engine/a.ts'", 'shared/ may not import'],
    ['shared/posts/post.ts', "import { useState } from 'react'", 'shared/ may not import'],
    ['electron/engine/engine.ts', "import { net } from 'electron'", 'ask main'],
    ['electron/engine/watch/watch-service.ts', "import { a } from '../../main/windows/tray.ts'", 'ask main'],
    ['electron/engine/watch/watch-service.ts', "import { a } from '../posts/posts-repository.ts'", 'through its \\*-service'],
    ['electron/engine/watch/watch-service.ts', "import { a } from '../networks/rss/rss-adapter.ts'", 'network-adapter'],
    ['electron/engine/networks/rss/rss-adapter.ts', "import { a } from '../../watch/watch-service.ts'", 'never imports a feature'],
    ['electron/main/main.ts', "import { createEngine } from '../engine/create-engine.ts'", 'built path'],
    ['electron/main/main.ts', "import Database from 'better-sqlite3'", 'built path'],
    ['electron/main/main.ts', "const engine = await import('../engine/create-engine.ts')", 'built path'],
    ['electron/main/main.ts', "export { createEngine } from '../engine/create-engine.ts'", 'built path'],
    ['electron/preload/preload.ts', "import { readFile } from 'node:fs'", 'named methods'],
    ['renderer/App.tsx', "import { ipcRenderer } from 'electron'", 'renderer/bridge/'],
    ['renderer/App.tsx', "import { a } from '../tests/fakes/a.ts'", 'renderer/bridge/']
  ]
)

run(
  'one-door',
  [
    ['electron/main/security/safe-open-external.ts', 'void shell.openExternal(address)'],
    ['electron/engine/http/http-client.ts', "const answer = await fetch('https://example.test')"],
    ['electron/engine/time/system-clock.ts', 'export const now = () => Date.now()'],
    ['electron/engine/networks/rss/rss-adapter.ts', 'export const load = (fetch: () => void) => fetch()'],
    ['electron/engine/watch/watch-service.ts', 'export const day = new Date(1000)'],
    ['tests/unit/anything.test.ts', 'export const now = Date.now()']
  ],
  [
    ['electron/main/windows/tray.ts', 'void shell.openExternal(address)', 'safeOpenExternal'],
    ['electron/main/windows/tray.ts', "import { ipcMain } from 'electron'", 'request-map'],
    ['electron/main/windows/tray.ts', "window.webContents.send('x')", 'event-map'],
    ['electron/engine/watch/watch-service.ts', "const answer = await fetch('https://example.test')", 'HttpClient'],
    ['electron/engine/watch/watch-service.ts', 'export const now = Date.now()', 'Clock'],
    ['electron/engine/watch/watch-service.ts', 'export const now = globalThis.Date.now()', 'Clock'],
    ['electron/engine/watch/watch-service.ts', 'export const now = new Date()', 'Clock'],
    ['electron/engine/watch/watch-service.ts', 'export const chance = Math.random()', 'Random'],
    ['electron/engine/watch/watch-service.ts', "import Database from 'better-sqlite3'\nexport const db = new Database('x')", 'openDatabase'],
    ['electron/engine/watch/watch-service.ts', "import { request } from 'node:https'", 'HttpClient'],
    ['electron/engine/watch/watch-service.ts', "import { spawn } from 'node:child_process'", 'starts no programs'],
    ['electron/main/windows/window-options.ts', 'export const options = { webSecurity: false }', 'weakens'],
    ['renderer/App.tsx', 'export const page = <webview src="x" />', 'weakens']
  ]
)

const lines = (count: number): string => 'void 0\n'.repeat(count)
run(
  'max-own-lines',
  [
    ['renderer/App.tsx', `function short() {\n${lines(58)}}`],
    ['renderer/App.tsx', `function factory() {\n${['a', 'b', 'c'].map((name) => `const ${name} = () => {\n${lines(40)}}\n`).join('')}}`]
  ],
  [
    ['renderer/App.tsx', `function long() {\n${lines(59)}}`, '61 lines'],
    ['renderer/App.tsx', `function factory() {\n${lines(30)}const part = () => {\n${lines(40)}}\n${lines(30)}}`, '63 lines']
  ]
)
