import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshShellState, openShellState } from '../../../../electron/main/windows/shell-state.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-shell-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('remembers changes from one run to the next, and leaves no half file', () => {
  const path = join(folder, 'one/window.json')
  const bounds = { x: 1, y: 2, width: 800, height: 600 }
  expect(openShellState(path).current()).toEqual(freshShellState)
  openShellState(path).change({ bounds, theme: 'dark' })
  expect(openShellState(path).current()).toEqual({ ...freshShellState, bounds, theme: 'dark' })
  expect(readdirSync(join(folder, 'one'))).toEqual(['window.json'])
})

test.each(['', '{', '[]', '{"bounds":{"x":"1"}}', '{"bounds":null,"isMaximised":false,"theme":"pink","language":"en","isTrayExplained":false}'])(
  'starts afresh with a file that holds %j',
  (text) => {
    const path = join(folder, 'damaged.json')
    writeFileSync(path, text)
    expect(openShellState(path).current()).toEqual(freshShellState)
  }
)

test('writes nothing when nothing changed', () => {
  const path = join(folder, 'same.json')
  const state = openShellState(path)
  state.change({ theme: 'light' })
  writeFileSync(path, 'touched')
  state.change({ theme: 'light' })
  expect(readFileSync(path, 'utf8')).toBe('touched')
})

test('a place that cannot be written ends nothing', () => {
  writeFileSync(join(folder, 'a-file'), '')
  const state = openShellState(join(folder, 'a-file/window.json'))
  state.change({ theme: 'dark' })
  expect(state.current().theme).toBe('dark')
})
