import { expect, test } from 'vitest'
import type { Command, CommandScope } from '../../../renderer/shell/command-registry.ts'
import { listShortcuts } from '../../../renderer/shell/list-shortcuts.ts'

const command = (title: string, shortcut?: string): Command => ({ id: `${title} ${shortcut ?? ''}`, title, run: () => undefined, ...(shortcut === undefined ? {} : { shortcut }) })
const scopes: readonly CommandScope[] = [
  { name: 'global', title: 'Everywhere', commands: [command('New post', 'mod+n'), command('Go to Inbox', 'g i'), command('Dark theme')] },
  { name: 'inbox', title: 'Inbox', commands: [command('Next', 'j'), command('Next', 'arrowdown')] },
  { name: 'inbox.reply', title: 'Inbox', commands: [command('Reply', 'r')] }
]

test('says each thing once, with all its keys, under one heading', () => {
  expect(listShortcuts(scopes, true)).toEqual([
    { title: 'Inbox', lines: [{ title: 'Reply', shortcuts: ['r'] }, { title: 'Next', shortcuts: ['j', 'arrowdown'] }] },
    { title: 'Everywhere', lines: [{ title: 'New post', shortcuts: ['mod+n'] }, { title: 'Go to Inbox', shortcuts: ['g i'] }] }
  ])
})

test('leaves single keys out where they are switched off, and headings with nothing under them', () => {
  expect(listShortcuts(scopes, false)).toEqual([
    { title: 'Inbox', lines: [{ title: 'Next', shortcuts: ['arrowdown'] }] },
    { title: 'Everywhere', lines: [{ title: 'New post', shortcuts: ['mod+n'] }] }
  ])
})
