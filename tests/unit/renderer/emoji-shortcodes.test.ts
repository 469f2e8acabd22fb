import { beforeAll, describe, expect, it } from 'vitest'
import { loadEmoji, type Emoji } from '../../../renderer/features/emoji/emoji-catalogue.ts'
import { closedShortcode, openShortcode } from '../../../renderer/features/emoji/shortcode-at.ts'
import { emojiNamed, suggestEmoji } from '../../../renderer/features/emoji/suggest-emoji.ts'

let french: readonly Emoji[]
let english: readonly Emoji[]
beforeAll(async () => {
  ;[french, english] = await Promise.all([loadEmoji('fr'), loadEmoji('en')])
})

describe('a name behind a colon', () => {
  it.each([
    [':sa', 'sa'],
    ['Joyeux Noël\u00A0:sapin', 'sapin'],
    ['(:tada', 'tada'],
    ['Bravo!:tada', 'tada'],
    ['🎄:sapin_de_noël', 'sapin_de_noël'],
    ['first line\n:sun', 'sun'],
    ['fine :+1', '+1']
  ])('%j is being typed', (before, name) => {
    expect(openShortcode(before)).toEqual({ name, length: name.length + 1 })
  })

  it.each([':s', 'Menu : du', 'Open 10:30', 'at 10:30:00', 'https://example.org/a:sapin', 'https:sapin', 'www.example.org!:sapin', '@anna!:sapin', 'Note:sapin', ':-D', ':sapin:', '::sapin', '`npm run :sapin', 'at :sap in'])('%j is none', (before) => {
    expect(openShortcode(before)).toBeNull()
  })

  it('is whole with its second colon', () => {
    expect(closedShortcode('Vive :sapin:')).toEqual({ name: 'sapin', length: 7 })
    for (const before of ['Vive :sapin', 'at 10:30:', 'https://example.org/:sapin:', 'a:sapin:', '`:sapin:', '::', ':s:']) expect(closedShortcode(before)).toBeNull()
    expect(closedShortcode('`code` :sapin:')).not.toBeNull()
  })
})

describe('what a name stands for', () => {
  it.each([
    ['sapin', '🎄'],
    ['Sapin_de_Noel', '🎄'],
    ['coeur', '❤️'],
    ['cœur', '❤️'],
    ['chat', '🐈'],
    ['fusée', '🚀'],
    ['rocket', '🚀'],
    ['tada', '🎉'],
    ['+1', '👍'],
    ['-1', '👎'],
    ['100', '💯'],
    ['ok', '👌']
  ])('in French, %s is %s', (name, character) => {
    expect(emojiNamed(french, name)?.character).toBe(character)
  })

  it.each([
    ['dog', '🐶'],
    ['smile', '😄'],
    ['fusée', '🚀'],
    ['sapin_de_noel', '🎄'],
    ['ok', '🆗']
  ])('in English, %s is %s', (name, character) => {
    expect(emojiNamed(english, name)?.character).toBe(character)
  })

  it('is nothing for figures, half names and words that only bind', () => {
    for (const name of ['30', '10', 'sapi', 'du', 'zzzz', '+2']) expect(emojiNamed(french, name)).toBeNull()
  })

  it('is suggested from its beginning, the studio’s own language first', () => {
    expect(suggestEmoji(french, 'sap')[0]?.character).toBe('🎄')
    expect(suggestEmoji(french, 'chat')[0]?.character).toBe('🐈')
    expect(suggestEmoji(english, 'chat')[0]?.name).toContain('cat')
    expect(suggestEmoji(french, 'thumbsu').map(({ character }) => character)).toContain('👍')
    expect(suggestEmoji(french, 'vi')).toHaveLength(8)
  })
})
