// Builds the parts of Vigie into out/.
//
// Everything is compiled for the older of the two runtimes the app runs on: Electron 33 = Chromium 130, Node 20.18.
// Vite lowers syntax, not APIs: build/tsconfig.floor.json watches over the latter.
import type { InlineConfig, Plugin } from 'vite'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './setup/cache-folder.mjs'
import { root } from './setup/commands.ts'
import { readNotices, writeNotices } from './notices.ts'
import { fingerprint } from './source-stamp.ts'

const SOURCES = ['electron', 'renderer', 'shared', 'package-lock.json', 'build/vite-build.ts', 'build/notices.ts', 'build/icons']
/** The only modules not bundled: Electron itself, and the two that carry native code. */
const EXTERNAL = ['electron', 'better-sqlite3', 'keytar']

const PARTS = {
  renderer: { entry: 'renderer/index.html', result: 'out/renderer/index.html' },
  main: { entry: 'electron/main/main.ts', result: 'out/main/main.cjs' },
  engine: { entry: 'electron/engine/engine.ts', result: 'out/engine/engine.cjs' },
  images: { entry: 'electron/engine/images/image-worker.ts', result: 'out/images/images.cjs' },
  videos: { entry: 'electron/engine/videos/video-worker.ts', result: 'out/videos/videos.cjs' },
  spelling: { entry: 'electron/engine/spelling/spelling-worker.ts', result: 'out/spelling/spelling.cjs' },
  launcher: { entry: 'electron/engine/launcher/launch-engine.ts', result: 'out/launcher/launcher.cjs' },
  preload: { entry: 'electron/preload/preload.ts', result: 'out/preload/preload.cjs' }
} as const
export type PartName = keyof typeof PARTS

export const isPartName = (word: string): word is PartName => Object.hasOwn(PARTS, word)
export const PART_NAMES = Object.keys(PARTS).filter(isPartName)
const common = { configFile: false, logLevel: 'warn', clearScreen: false } satisfies InlineConfig

function nodeConfig(name: PartName, isRelease: boolean): InlineConfig {
  return {
    ...common,
    root,
    publicDir: false,
    resolve: { conditions: ['node', 'import', 'default'] },
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: join(root, 'out', name),
      emptyOutDir: true,
      minify: isRelease,
      sourcemap: !isRelease,
      rolldownOptions: {
        input: { [name]: join(root, PARTS[name].entry) },
        external: [...EXTERNAL, /^node:/],
        // One CommonJS file each: the only form a sandboxed preload may have, and the quickest to load for the others.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
      }
    }
  }
}

async function rendererConfig(isRelease: boolean): Promise<InlineConfig> {
  const { default: react } = await import('@vitejs/plugin-react')
  return {
    ...common,
    root: join(root, 'renderer'),
    base: '/',
    plugins: [react(), noticesModule()],
    build: {
      target: 'chrome130',
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      minify: 'oxc', // also in development: less to parse at every start, and the source map tells the names
      sourcemap: !isRelease,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0, // the page's rules (CSP) forbid data: fonts
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // Each file is a round trip to main: what the first picture needs comes in one, what screens share in another.
              { name: 'frame', tags: ['$initial'], priority: 2 },
              { name: 'parts', test: /renderer[\\/](components|bridge|shell|language)|node_modules[\\/]@(base-ui|floating-ui)/, minShareCount: 2, priority: 1 }
            ]
          }
        }
      }
    }
  }
}

/** What the page shows of the licences of others (`renderer/features/settings`): made with each build. */
function noticesModule(): Plugin {
  const id = 'virtual:notices'
  return {
    name: id,
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (resolved) => (resolved === `\0${id}` ? `export const notices = ${JSON.stringify(readNotices(root))}` : null)
  }
}

/** Main reads its icons (tray*.png, icon-256.png) from out/main/icons. */
function copyIcons(): void {
  cpSync(join(root, 'build/icons'), join(root, 'out/main/icons'), { recursive: true, filter: (path) => !/\.(svg|ts)$|[\\/]icon\.png$/.test(path) })
}

/** The image library beside its worker (electron/engine/images), as it is: it starts threads of its own from its file, and finds its code beside it. So does the one that decodes HEIC. */
function copyImageLibrary(): void {
  for (const file of ['vips-node.js', 'vips.wasm', 'vips-heif.wasm']) cpSync(join(root, 'node_modules/wasm-vips/lib', file), join(root, 'out/images', file))
  for (const file of ['libheif.js', 'libheif.wasm']) cpSync(join(root, 'node_modules/libheif-js/libheif-wasm', file), join(root, 'out/images', file))
  // Everything under out/ else counts as a module of the package's own type.
  writeFileSync(join(root, 'out/images/package.json'), '{ "type": "commonjs" }\n')
}

/** Hunspell and its dictionaries beside their thread (electron/engine/spelling), each with the licence that it comes under. */
function copyDictionaries(): void {
  const copy = (from: string, to: string): void => cpSync(join(root, 'node_modules', from), join(root, 'out/spelling', to))
  copy('hunspell-wasm/wasm/hunspell.wasm', 'hunspell.wasm')
  copy('hunspell-wasm/COPYING.MPL', 'hunspell.license')
  for (const language of ['fr', 'en', 'en-gb']) {
    for (const kind of ['aff', 'dic']) copy(`dictionary-${language}/index.${kind}`, `${language}.${kind}`)
    copy(`dictionary-${language}/license`, `${language}.license`)
  }
}

/** Builds the named parts unless they stand already. Resolves to an exit code: 1 when one has no entry file yet. */
export async function buildParts(names: readonly PartName[], options: { isRelease?: boolean; isForced?: boolean } = {}): Promise<number> {
  const missing = names.filter((name) => !existsSync(join(root, PARTS[name].entry)))
  for (const name of missing) say(`${PARTS[name].entry} does not exist: "${name}" is not built`)

  const isRelease = options.isRelease === true
  const print = fingerprint(root, SOURCES, isRelease ? 'release' : 'development')
  const stampOf = (name: PartName): string => join(root, 'out/.built-from', name)
  const isFresh = (name: PartName): boolean =>
    existsSync(join(root, PARTS[name].result)) && existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === print
  const due = names.filter((name) => !missing.includes(name) && (options.isForced === true || !isFresh(name)))
  if (due.length > 0) {
    const { build } = await import('vite')
    await Promise.all(due.map(async (name) => build(name === 'renderer' ? await rendererConfig(isRelease) : nodeConfig(name, isRelease))))
    if (due.includes('main')) copyIcons()
    if (due.includes('renderer')) writeFileSync(join(root, 'out/NOTICES.txt'), writeNotices(readNotices(root)))
    if (due.includes('images')) copyImageLibrary()
    if (due.includes('spelling')) copyDictionaries()
    mkdirSync(join(root, 'out/.built-from'), { recursive: true })
    for (const name of due) writeFileSync(stampOf(name), print)
  }
  return missing.length === 0 ? 0 : 1
}
