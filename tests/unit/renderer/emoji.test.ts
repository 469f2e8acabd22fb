import { beforeAll, describe, expect, it } from 'vitest'
import { emojiGroups, loadEmoji, withTone, type Emoji } from '../../../renderer/features/emoji/emoji-catalogue.ts'
import { findEmoji } from '../../../renderer/features/emoji/find-emoji.ts'

let french: readonly Emoji[]
let english: readonly Emoji[]
beforeAll(async () => {
  ;[french, english] = await Promise.all([loadEmoji('fr'), loadEmoji('en')])
})
const found = (all: readonly Emoji[], query: string): readonly string[] => findEmoji(all, query).map(({ character }) => character)

describe('the emoji of both languages', () => {
  it('are the same, each with a name in its language, in every group', () => {
    expect(french.map(({ character }) => character)).toEqual(english.map(({ character }) => character))
    expect(french.length).toBeGreaterThan(1_800)
    expect(new Set(french.map(({ group }) => group))).toEqual(new Set(emojiGroups))
    expect(french.find(({ character }) => character === '🥐')?.name).toBe('croissant')
    expect(french.every(({ name }) => name !== '')).toBe(true)
  })

  it('wear a tone where they have one, and never two different ones', () => {
    const hand = french.find(({ character }) => character === '👋')
    const flag = french.find(({ character }) => character === '🏁')
    expect(hand && withTone(hand, 0)).toBe('👋')
    expect(hand && withTone(hand, 5)).toBe('👋🏿')
    expect(flag && withTone(flag, 5)).toBe('🏁')
    for (const { tones } of french) expect([0, 5]).toContain(tones.length)
    for (const { tones } of french) for (const tone of tones) expect(new Set(tone.match(/[\u{1F3FB}-\u{1F3FF}]/gu)).size).toBe(1)
  })
})

describe('searching', () => {
  it('finds by either language, without accents, by the beginnings of words', () => {
    for (const query of ['fête', 'fete', 'FETE', 'party']) expect(found(french, query)).toContain('🎉')
    expect(found(english, 'coeur rouge')).toContain('❤️')
    expect(found(french, 'croiss')[0]).toBe('🥐')
  })

  it('puts what is named so before what is only akin', () => {
    expect(found(english, 'dog')[0]).toBe('🐕')
    expect(found(french, 'chat')[0]).toBe('🐈')
  })

  it('asks for every word, and finds nothing for none', () => {
    expect(found(english, 'red heart')).toContain('❤️')
    expect(found(english, 'red qqqq')).toEqual([])
    expect(found(english, '  ')).toEqual([])
  })
})
