import { describe, expect, test } from 'vitest'
import { clientColours } from '../../../shared/workspaces/workspace.ts'
import { blend, contrast, readTokens, type Theme } from './read-tokens.ts'

const themes: readonly Theme[] = ['light', 'dark']
const surfaces = ['sunken', 'canvas', 'surface', 'raised', 'dialog', 'hover', 'pressed', 'selected', 'quiet']
/** WCAG 2.2: 4.5 for text (1.4.3), 3 for edges and marks one has to see (1.4.11). */
const readable = 4.5
const visible = 3

const textPairs: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...surfaces, 'accent-tint', 'danger-tint', 'warning-tint', 'success-tint']],
  ['ink-soft', [...surfaces, 'accent-tint', 'danger-tint', 'warning-tint', 'success-tint']],
  ['ink-faint', [...surfaces, 'accent-tint']],
  ['accent-text', [...surfaces, 'accent-tint']],
  ['danger-text', [...surfaces, 'danger-tint']],
  ['warning-text', [...surfaces, 'warning-tint']],
  ['success-text', [...surfaces, 'success-tint']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-danger', ['danger', 'danger-hover']],
  ['on-inverse', ['inverse']],
  ['on-inverse-soft', ['inverse']]
]

const markPairs: readonly (readonly [string, readonly string[]])[] = [
  ['line-control', ['canvas', 'surface', 'raised', 'hover', 'selected']],
  ['focus', [...surfaces, 'accent-tint', 'danger-tint', 'warning-tint']],
  ['accent-mark', ['canvas', 'surface', 'raised']],
  ['danger-mark', ['canvas', 'surface', 'raised']],
  ['accent', ['surface', 'raised', 'canvas']],
  ['danger', ['surface', 'raised', 'canvas']]
]

describe.each(themes)('in the %s theme', (theme) => {
  const tokens = readTokens('tokens.css', theme, /:root\s*\{([\s\S]*?)\n {2}\}/)
  const colour = (name: string): string => tokens.get(name) ?? expect.fail(`no token --${name}`)

  const pairs = (list: typeof textPairs) => list.flatMap(([ink, grounds]) => grounds.map((ground) => ({ ink, ground })))

  test.each(pairs(textPairs))('text in $ink can be read on $ground', ({ ink, ground }) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(readable)
  })

  test.each(pairs(markPairs))('$ink can be seen on $ground', ({ ink, ground }) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(visible)
  })

  describe.each(clientColours)('client colour %s', (name) => {
    const client = readTokens('client-colours.css', theme, new RegExp(`\\[data-client='${name}'\\]\\s*\\{([\\s\\S]*?)\\n  \\}`))
    const own = (token: string): string => client.get(token) ?? expect.fail(`no token --${token} for ${name}`)

    test('the rail stands out from what is beside it', () => {
      for (const ground of [colour('canvas'), colour('surface'), own('client-tint')]) expect(contrast(own('client'), ground)).toBeGreaterThanOrEqual(visible)
    })

    test('text on the fill and coloured text can be read', () => {
      expect(contrast(own('on-client'), own('client'))).toBeGreaterThanOrEqual(readable)
      for (const ground of [own('client-tint'), colour('surface'), colour('raised'), colour('canvas')]) expect(contrast(own('client-text'), ground)).toBeGreaterThanOrEqual(readable)
    })

    test('the side bar can be read, also on the current and the hovered entry', () => {
      for (const share of [0, 0.09, 0.1, 0.16]) {
        const ground = blend(own('client'), share, own('client-tint'))
        expect(contrast(colour('ink'), ground)).toBeGreaterThanOrEqual(readable)
        expect(contrast(colour('ink-soft'), ground)).toBeGreaterThanOrEqual(readable)
        for (const icon of [colour('ink-faint'), own('client-text')]) expect(contrast(icon, ground)).toBeGreaterThanOrEqual(visible)
        expect(contrast(colour('focus'), ground)).toBeGreaterThanOrEqual(visible)
      }
    })
  })

  test('no two clients look alike', () => {
    const fills = clientColours.map((name) => readTokens('client-colours.css', theme, new RegExp(`\\[data-client='${name}'\\]\\s*\\{([\\s\\S]*?)\\n  \\}`)).get('client'))
    for (const [place, one] of fills.entries()) for (const other of fills.slice(place + 1)) expect(distance(one ?? '', other ?? '')).toBeGreaterThan(0.06)
  })
})

/** Distance in OKLab; 0.02 is just noticeable side by side. */
function distance(one: string, other: string): number {
  const [left, right] = [oklab(one), oklab(other)]
  return Math.hypot(...left.map((value, axis) => value - (right[axis] ?? 0)))
}

/** Björn Ottosson's OKLab, https://bottosson.github.io/posts/oklab/ */
function oklab(colour: string): readonly number[] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  ]
}
