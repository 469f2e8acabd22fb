import { describe, expect, test } from 'vitest'
import type { Command, CommandScope } from '../../../renderer/shell/command-registry.ts'
import { listCommands, rankCommands } from '../../../renderer/shell/rank-commands.ts'

function command(title: string, extra: Partial<Command> = {}): Command {
  return { id: title, title, run: () => undefined, ...extra }
}

const scopes: readonly CommandScope[] = [
  { name: 'global', title: 'Everywhere', commands: [command('Go to Calendar', { group: 'go' }), command('Aller aux Réglages', { group: 'go' }), command('New post', { group: 'create', keywords: ['compose'] })] },
  { name: 'inbox', title: 'Inbox', commands: [command('Mark as done'), command('Next conversation', { isHiddenFromPalette: true })] }
]
const items = listCommands(scopes, ({ group }, scope) => group ?? scope.title)

function titles(query: string): readonly string[] {
  return rankCommands(items, query).flatMap((group) => group.items.map((item) => item.command.title))
}

describe('the palette', () => {
  test('offers everything at first, the screen’s own commands before the others', () => {
    expect(titles('')).toEqual(['Mark as done', 'Go to Calendar', 'Aller aux Réglages', 'New post'])
  })

  test('leaves out what works by key alone', () => {
    expect(titles('next')).toEqual([])
  })

  test('leaves out what there is nothing to do to', () => {
    expect(listCommands([{ name: 'a', title: 'A', commands: [command('Mark as done', { disabled: true })] }], () => 'A')).toEqual([])
  })

  test.each([
    ['calendar', ['Go to Calendar']],
    ['go cal', ['Go to Calendar']],
    ['gtc', ['Go to Calendar']],
    ['reglages', ['Aller aux Réglages']],
    ['RÉG', ['Aller aux Réglages']],
    ['compose', ['New post']],
    ['inbox', ['Mark as done']],
    ['zzz', []]
  ])('finds for “%s”', (query, expected) => {
    expect(titles(query)).toEqual(expected)
  })

  test('puts the start of a title before the middle of another', () => {
    const two = listCommands([{ name: 'a', title: 'A', commands: [command('Show the post'), command('Post now')] }], () => 'A')
    expect(rankCommands(two, 'post')[0]?.items.map((item) => item.command.title)).toEqual(['Post now', 'Show the post'])
  })

  test('groups by heading, the best group first', () => {
    expect(rankCommands(items, 'new').map(({ value }) => value)).toEqual(['create'])
  })
})
