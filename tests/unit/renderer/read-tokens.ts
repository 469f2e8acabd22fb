import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Theme = 'light' | 'dark'

const styles = fileURLToPath(new URL('../../../renderer/styles/', import.meta.url))

/** The colours of a style sheet of tokens, by name, for one theme. Only plain colours are read; shadows and sizes are left out. */
export function readTokens(fileName: string, theme: Theme, block: RegExp): ReadonlyMap<string, string> {
  const css = readFileSync(`${styles}${fileName}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const body = block.exec(css)?.[1] ?? ''
  const tokens = new Map<string, string>()
  for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const pair = /^light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)$/.exec(value)
    const colour = pair === null ? /^#[0-9a-f]{6}$/.exec(value)?.[0] : theme === 'light' ? pair[1] : pair[2]
    if (colour !== undefined) tokens.set(name, colour)
  }
  return tokens
}

/** Contrast of two colours by WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((left, right) => right - left)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What `color-mix(in srgb, over share%, transparent)` looks like on a ground. `share` from 0 to 1. */
export function blend(over: string, share: number, ground: string): string {
  const channels = [1, 3, 5].map((start) => {
    const top = Number.parseInt(over.slice(start, start + 2), 16)
    const bottom = Number.parseInt(ground.slice(start, start + 2), 16)
    return Math.round(top * share + bottom * (1 - share)).toString(16).padStart(2, '0')
  })
  return `#${channels.join('')}`
}
