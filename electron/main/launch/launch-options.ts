import { isAbsolute, resolve } from 'node:path'
import type { EventPayload } from '../../../shared/contract/event-map.ts'

export interface ScreenshotWish {
  /** Absolute path of the picture. */
  readonly path: string
  readonly size: { readonly width: number; readonly height: number }
  readonly theme: 'light' | 'dark' | null
  readonly language: 'en' | 'fr' | null
  readonly route: RouteWish | null
}

/** A screen of the workspace shown last, or any address the page knows (the part after `#/`). */
export type RouteWish = { readonly kind: 'screen'; readonly to: EventPayload<'navigate'>['to'] } | { readonly kind: 'address'; readonly hash: string }

export interface LaunchOptions {
  readonly mode: { readonly kind: 'studio' } | { readonly kind: 'screenshot'; readonly wish: ScreenshotWish } | { readonly kind: 'self-check' }
  /** Print how long the start took. */
  readonly timing: boolean
}

export type LaunchParse = { readonly ok: true; readonly options: LaunchOptions } | { readonly ok: false; readonly message: string }

const screens = ['calendar', 'compose', 'ideas', 'library', 'inbox', 'watch', 'outbox', 'accounts', 'settings', 'palette', 'shortcuts'] as const
const valued = ['screenshot', 'size', 'theme', 'language', 'route'] as const
type Valued = (typeof valued)[number]

/** Reads the studio's own words of the command line; Chromium's switches and everything else unknown are left alone. */
export function parseLaunchOptions(words: readonly string[], folder: string): LaunchParse {
  const timing = words.includes('--timing')
  if (words.includes('--self-check')) return { ok: true, options: { mode: { kind: 'self-check' }, timing } }
  const values = readValues(words)
  const file = values.get('screenshot')
  if (file === undefined) return { ok: true, options: { mode: { kind: 'studio' }, timing } }
  const wish = readScreenshotWish(values, file, folder)
  return typeof wish === 'string' ? { ok: false, message: wish } : { ok: true, options: { mode: { kind: 'screenshot', wish }, timing } }
}

function readValues(words: readonly string[]): ReadonlyMap<Valued, string> {
  const values = new Map<Valued, string>()
  for (const [index, word] of words.entries()) {
    const name = valued.find((known) => word === `--${known}` || word.startsWith(`--${known}=`))
    if (name !== undefined) values.set(name, word.includes('=') ? word.slice(word.indexOf('=') + 1) : (words[index + 1] ?? ''))
  }
  return values
}

function readScreenshotWish(values: ReadonlyMap<Valued, string>, file: string, folder: string): ScreenshotWish | string {
  if (!file.toLowerCase().endsWith('.png')) return '--screenshot needs the name of a file that ends in .png'
  const size = /^(\d{3,4})x(\d{3,4})$/.exec(values.get('size') ?? '1360x850')
  if (size === null) return '--size needs the form 1360x850'
  const theme = oneOf(['light', 'dark'] as const, values.get('theme'))
  if (theme === undefined) return '--theme is light or dark'
  const language = oneOf(['en', 'fr'] as const, values.get('language'))
  if (language === undefined) return '--language is en or fr'
  const path = isAbsolute(file) ? file : resolve(folder, file)
  return { path, size: { width: Number(size[1]), height: Number(size[2]) }, theme, language, route: readRoute(values.get('route')) }
}

/** null when nothing is said, undefined when it is none of them. */
function oneOf<Choice extends string>(choices: readonly Choice[], text: string | undefined): Choice | null | undefined {
  return text === undefined ? null : choices.find((choice) => choice === text)
}

function readRoute(text: string | undefined): RouteWish | null {
  if (text === undefined) return null
  const screen = screens.find((known) => known === text)
  return screen === undefined ? { kind: 'address', hash: `#/${text.replace(/^#?\/?/, '')}` } : { kind: 'screen', to: screen }
}
