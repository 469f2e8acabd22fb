// Builds the four parts of Vigie into out/. Usage: node build/vite-build.mjs [--release] [--force] [renderer|main|engine|preload ...]
//
// Everything is compiled for the older of the two runtimes the app runs on: Electron 33 = Chromium 130, Node 20.18.
// Vite lowers syntax, not APIs: see build/tsconfig.floor.json for the latter.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from './source-stamp.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = ['electron', 'renderer', 'shared', 'package-lock.json', 'build/vite-build.mjs']
/** The only modules not bundled: Electron itself, and the two that carry native code. */
const EXTERNAL = ['electron', 'better-sqlite3', 'keytar']

const parts = {
  renderer: { entry: 'renderer/index.html', result: 'renderer/index.html', config: rendererConfig },
  main: { entry: 'electron/main/main.ts', result: 'main/main.cjs', config: nodeConfig },
  engine: { entry: 'electron/engine/engine.ts', result: 'engine/engine.cjs', config: nodeConfig },
  preload: { entry: 'electron/preload/preload.ts', result: 'preload/preload.cjs', config: nodeConfig }
}

const common = { root, configFile: false, logLevel: 'warn', clearScreen: false }

function nodeConfig(name, { entry }, release) {
  return {
    ...common,
    publicDir: false,
    resolve: { conditions: ['node', 'import', 'default'] },
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: join(root, 'out', name),
      emptyOutDir: true,
      minify: release,
      sourcemap: !release,
      rolldownOptions: {
        input: { [name]: join(root, entry) },
        external: [...EXTERNAL, /^node:/],
        // One CommonJS file each: the only form a sandboxed preload may have, and the quickest to load for the others.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
      }
    }
  }
}

async function rendererConfig(_name, _part, release) {
  const { default: react } = await import('@vitejs/plugin-react')
  return {
    ...common,
    root: join(root, 'renderer'),
    base: '/',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      minify: 'oxc', // also in development: less to parse at every start, and the source map tells the names
      sourcemap: !release,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0, // the page's rules (CSP) forbid data: fonts
      chunkSizeWarningLimit: 4000
    }
  }
}

/** Builds the named parts; true when all of them stand. */
async function buildParts(names, { release = false, force = false } = {}) {
  const missing = names.filter((name) => !existsSync(join(root, parts[name].entry)))
  for (const name of missing) console.error(`${parts[name].entry} does not exist: "${name}" is not built`)
  const print = fingerprint(root, SOURCES, release ? 'release' : 'development')
  const stampOf = (name) => join(root, 'out', '.built-from', name)
  const isFresh = (name) => existsSync(join(root, 'out', parts[name].result)) && existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === print
  const due = names.filter((name) => !missing.includes(name) && (force || !isFresh(name)))
  if (due.length > 0) {
    const { build } = await import('vite')
    await Promise.all(due.map(async (name) => build(await parts[name].config(name, parts[name], release))))
    mkdirSync(join(root, 'out/.built-from'), { recursive: true })
    for (const name of due) writeFileSync(stampOf(name), print)
  }
  return missing.length === 0
}

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = words.filter((word) => !Object.hasOwn(parts, word))
if (unknown.length > 0) {
  console.error(`unknown part: ${unknown.join(', ')} (there are ${Object.keys(parts).join(', ')})`)
  process.exitCode = 2
} else if (!(await buildParts(words.length > 0 ? words : Object.keys(parts), { release: flags.includes('--release'), force: flags.includes('--force') }))) {
  process.exitCode = 1
}
