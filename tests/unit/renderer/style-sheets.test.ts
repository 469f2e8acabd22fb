import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url))
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
const sheets = files.filter((name) => name.endsWith('.css')).map((name) => ({ name, css: readFileSync(join(renderer, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }))
const sources = files.filter((name) => name.endsWith('.tsx')).map((name) => readFileSync(join(renderer, name), 'utf8'))

/** Set by Base UI on its popups and toasts. */
const fromLibrary = /^--(anchor-|available-|transform-origin|active-tab-|toast-|positioner-|popup-)/

/** Set somewhere: in a style sheet, or by a component's `style`. */
const defined = new Set([
  ...sheets.flatMap(({ css }) => [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name = '']) => name)),
  ...sources.flatMap((source) => [...source.matchAll(/'(--[\w-]+)'\s*:/g)].map(([, name = '']) => name))
])

describe('the style sheets', () => {
  test.each(sheets)('$name uses only tokens that exist', ({ css }) => {
    const used = [...css.matchAll(/var\((--[\w-]+)(?=[),\s])/g)].map(([, name = '']) => name)
    expect([...new Set(used)].filter((name) => !defined.has(name) && !fromLibrary.test(name))).toEqual([])
  })

  test.each(sheets.filter(({ name }) => name.endsWith('.module.css')))('$name keeps its rules in the layer of its folder', ({ name, css }) => {
    const layer = name.startsWith('components') ? 'components' : name.startsWith('shell') ? 'shell' : 'features'
    const outside = css.replace(/@layer (\w+)\s*\{([\s\S]*)\}\s*$/, (_whole, found: string) => (found === layer ? '' : `in ${found}`)).trim()
    expect(outside).toBe('')
  })

  test.each(sheets.filter(({ name }) => name.endsWith('.module.css')))('$name takes its colours from the tokens', ({ css }) => {
    // A pair for both themes may be written where it is used only once.
    const rest = css.replace(/light-dark\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '').replace(/#ffffff\b/g, '')
    expect(rest.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? []).toEqual([])
  })

  test('the page links the order of the layers before any other style', () => {
    const html = readFileSync(join(renderer, 'index.html'), 'utf8')
    expect(html.indexOf('/layers.css')).toBeGreaterThan(0)
    expect(html.indexOf('/layers.css')).toBeLessThan(html.indexOf('main.tsx'))
  })
})
