import type { CompactEmoji } from 'emojibase'
import { frenchCodes } from './french-codes.ts'
import { foldName, foldWords } from './fold-words.ts'

/** The groups of Unicode's list, in its order, without the third: skin tones and hair alone. */
export const emojiGroups = ['smileys', 'people', 'nature', 'food', 'travel', 'activities', 'objects', 'symbols', 'flags'] as const
export type EmojiGroup = (typeof emojiGroups)[number]
/** Its numbers in emojibase's data. */
const groupNumbers = [0, 1, 3, 4, 5, 6, 7, 8, 9] as const

export interface Emoji {
  readonly character: string
  /** In the studio's language, as a screen reader says it. */
  readonly name: string
  /** Names and keywords in English and French, folded: people who write in two languages search in both. */
  readonly words: readonly string[]
  /** Short names for between two colons, in the studio's language, folded; the English ones are GitHub's, which other applications know too (`tada`, `+1`). */
  readonly codes: readonly string[]
  /** The name in the studio's language, folded to one line. */
  readonly folded: string
  /** Name and short names in the other language, folded. */
  readonly otherNames: readonly string[]
  readonly group: EmojiGroup
  /** The same with each of the five skin tones, lightest first; empty where there are none. */
  readonly tones: readonly string[]
}

const loaded = new Map<'en' | 'fr', Promise<readonly Emoji[]>>()

/** Every emoji in Unicode's order, read once from the files of the application: nothing is fetched. */
export function loadEmoji(language: 'en' | 'fr'): Promise<readonly Emoji[]> {
  const known = loaded.get(language) ?? readAll(language)
  loaded.set(language, known)
  return known
}

async function readAll(language: 'en' | 'fr'): Promise<readonly Emoji[]> {
  const [{ default: english }, { default: french }, { default: codes }] = await Promise.all([import('emojibase-data/en/compact.json'), import('emojibase-data/fr/compact.json'), import('emojibase-data/en/shortcodes/github.json')])
  const [own, other] = language === 'fr' ? [french, english] : [english, french]
  const others = new Map(other.map((entry) => [entry.hexcode, entry]))
  const codesOf = (hexcode: string): readonly (readonly string[])[] => {
    const both = [[codes[hexcode] ?? []].flat(), frenchCodes[hexcode] ?? []].map((some) => some.map(foldName))
    return language === 'fr' ? both.toReversed() : both
  }
  return own
    .flatMap((entry) => readEmoji(entry, others.get(entry.hexcode), codesOf(entry.hexcode)))
    .toSorted((a, b) => a.order - b.order)
    .map(({ emoji }) => emoji)
}

function readEmoji(entry: CompactEmoji, other: CompactEmoji | undefined, [codes = [], otherCodes = []]: readonly (readonly string[])[]): { readonly order: number; readonly emoji: Emoji }[] {
  const group = emojiGroups[groupNumbers.findIndex((known) => known === entry.group)]
  if (group === undefined || entry.order === undefined) return []
  const texts = [entry.label, ...(entry.tags ?? []), ...(other === undefined ? [] : [other.label, ...(other.tags ?? [])])]
  const tones = toneCodes.flatMap((code) => entry.skins?.find(({ hexcode }) => hexcode.split('-').filter(isTone).every((part) => part === code))?.unicode ?? [])
  const words = [...new Set(texts.flatMap(foldWords))]
  const otherNames = [...(other === undefined ? [] : [foldName(other.label)]), ...otherCodes]
  return [{ order: entry.order, emoji: { character: asTyped(entry.unicode), name: entry.label, folded: foldName(entry.label), otherNames, words, codes, group, tones } }]
}

/** Without the selector that asks for a picture, where the character is one by itself: as keyboards type it, and one character less for a network that counts. */
function asTyped(character: string): string {
  return /^\p{Emoji_Presentation}\uFE0F$/u.test(character) ? character.slice(0, -1) : character
}

/** Unicode's five modifiers, lightest first. Of two people, only both of one tone are offered. */
const toneCodes = ['1F3FB', '1F3FC', '1F3FD', '1F3FE', '1F3FF'] as const
const isTone = (code: string): boolean => toneCodes.some((known) => known === code)

/** `tone`: 0 none, 1 lightest to 5 darkest. */
export function withTone(emoji: Emoji, tone: number): string {
  return (tone === 0 ? undefined : emoji.tones[tone - 1]) ?? emoji.character
}
