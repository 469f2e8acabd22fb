// What Electron runs when it is started as `electron path/to/app`; packed into resources/default_app.asar by electron-fallback.ts.
// Electron's own distribution carries such a file, the one inside npm does not. Runs inside Electron.
// @ts-nocheck: like Electron's own, it makes calls that the types do not name (setVersion, setAppPath).
import { app } from 'electron/main'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

// Playwright starts Electron as `electron -r ITS_LOADER FOLDER`.
const words = process.argv.slice(1)
const loaders = words.flatMap((word, index) => (word === '-r' ? [words[index + 1]] : []))
for (const loader of loaders) createRequire(import.meta.url)(loader)
const argument = words.find((word) => !word.startsWith('-') && !loaders.includes(word))
if (argument === undefined) {
  console.error('usage: electron FOLDER [arguments]')
  process.exit(1)
}
const folder = resolve(argument)
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
app.setVersion(about.version ?? '0.0.0')
app.setName(about.productName ?? about.name)
app.setAppPath(folder)
try {
  createRequire(import.meta.url)(join(folder, about.main ?? 'index.js'))
} catch (error) {
  console.error(error)
  process.exit(1)
}
