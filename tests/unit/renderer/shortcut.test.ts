import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ariaShortcut, describeShortcut } from '../../../renderer/components/describe-shortcut.ts'
import { chordOf, isSingleKey, matchShortcut, normaliseShortcut, type KeyPress } from '../../../renderer/shell/shortcut.ts'

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

describe('a key press', () => {
  test.each<[string, KeyPress, boolean, string | null]>([
    ['a letter', press('g'), false, 'g'],
    ['a capital, as with caps lock', press('G', { shiftKey: true }), false, 'g'],
    ['Ctrl and a letter', press('k', { ctrlKey: true }), false, 'mod+k'],
    ['⌘ and a letter on a Mac', press('k', { metaKey: true }), true, 'mod+k'],
    ['Ctrl on a Mac is another key', press('k', { ctrlKey: true }), true, null],
    ['the question mark of any layout', press('?', { shiftKey: true }), false, '?'],
    ['shift and Enter', press('Enter', { shiftKey: true }), false, 'shift+enter'],
    ['Ctrl, shift and a letter', press('P', { ctrlKey: true, shiftKey: true }), false, 'mod+shift+p'],
    ['AltGr, which makes a character', press('@', { ctrlKey: true, altKey: true }), false, '@'],
    ['⌘, shift and a letter on a Mac', press('p', { metaKey: true, shiftKey: true }), true, 'mod+shift+p'],
    ['⌥ and a letter on a Mac, which makes a character', press('î', { altKey: true, code: 'KeyI' }), true, 'alt+î'],
    ['⌥ and a digit on a Mac, by its place', press('¡', { altKey: true, code: 'Digit1' }), true, 'alt+1'],
    ['a modifier alone', press('Control', { ctrlKey: true }), false, null],
    ['the space bar', press(' '), false, 'space']
  ])('%s', (_name, event, onApple, chord) => {
    expect(chordOf(event, onApple)).toBe(chord)
  })
})

test('shortcuts can be written in any order', () => {
  expect(normaliseShortcut('Shift+Mod+P')).toBe('mod+shift+p')
  expect(normaliseShortcut('shift+?')).toBe('?')
  expect(normaliseShortcut(' g  I ')).toBe('g i')
})

test('sequences wait for their second key', () => {
  const known = ['g i', 'g c', 'e']
  expect(matchShortcut(['g'], known)).toBe('partial')
  expect(matchShortcut(['g', 'i'], known)).toEqual({ shortcut: 'g i' })
  expect(matchShortcut(['g', 'x'], known)).toBe('none')
  expect(matchShortcut(['e'], known)).toEqual({ shortcut: 'e' })
})

test('keys are shown as the platform writes them', () => {
  expect(describeShortcut('mod+shift+p', false)).toEqual(['Ctrl', '⇧', 'P'])
  expect(describeShortcut('mod+k', true)).toEqual(['⌘', 'K'])
  expect(describeShortcut('g i', false)).toEqual(['G', 'I'])
  expect(ariaShortcut('mod+k', false)).toBe('Control+K')
  expect(ariaShortcut('g i', false)).toBeUndefined()
})

test('keys alone are told from keys that are held', () => {
  expect(['e', '?', 'g i', '/'].every(isSingleKey)).toBe(true)
  expect(['mod+k', 'shift+enter', 'down', 'escape', 'mod+shift+p'].some(isSingleKey)).toBe(false)
})

test('what works while somebody types is held with Ctrl or ⌘, or is Alt and a digit, or types nothing: ⌥ and a letter types on a Mac', () => {
  const sources = globSync('renderer/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))
  const shortcuts = sources.flatMap((source) => [...source.matchAll(/shortcut: (['`])(.*?)\1,\s+worksWhileTyping: true/g)].map(([, , shortcut]) => shortcut))
  expect(shortcuts).toHaveLength(sources.flatMap((source) => [...source.matchAll(/worksWhileTyping: true/g)]).length)
  expect(shortcuts.filter((shortcut) => shortcut?.startsWith('mod+') !== true).toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(['alt+${place + 1}', 'f6', 'f7'])
})
