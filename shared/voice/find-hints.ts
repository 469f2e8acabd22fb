import { foldText } from '../text/fold-text.ts'
import { isInflectionOf } from '../text/inflected.ts'
import { isFrench } from '../text/is-french.ts'
import { findPhrases, soughtWords } from '../text/mark-words.ts'
import { findEmoji, type EmojiRange } from './find-emoji.ts'
import type { Voice } from './voice.ts'

export const hintKinds = ['forbidden', 'required', 'address', 'emoji_budget', 'emoji_wall', 'sentence', 'disclosure', 'hashtag', 'fake_letters'] as const
export type HintKind = (typeof hintKinds)[number]

/** Something about a text that deserves a look, with its reason in `kind`. */
export interface Hint {
  readonly kind: HintKind
  /** The same for the same words wherever they stand: what is ignored is ignored by it. */
  readonly key: string
  /** The words it is about; of the whole text: what is missing, or nothing. */
  readonly words: string
  /** Where they stand, in UTF-16 code units; null: it is about the whole text. */
  readonly range: { readonly start: number; readonly end: number } | null
  readonly count?: number
  readonly max?: number
}

/** Emoji side by side from which on they are a wall to whoever hears them read out one by one. */
const emojiWall = 4
/** A hashtag of so many small letters is more than one word. */
const longHashtag = 14

/** What deserves a look where it stands, in the order of the text. `language` counts where the text itself does not tell. */
export function findWordHints(text: string, voice: Voice, language: 'en' | 'fr'): readonly Hint[] {
  const hints = [
    ...findForbidden(text, voice.forbidden),
    ...(isFrench(text) ?? language === 'fr' ? findAddress(text, voice.address) : []),
    ...findLongSentences(text, voice.maxSentenceWords, language),
    ...findEmojiWalls(text, findEmoji(text)),
    ...findHashtags(text),
    ...findFakeLetters(text)
  ]
  return hints.toSorted((one, other) => (one.range?.start ?? 0) - (other.range?.start ?? 0))
}

/** What deserves a look in the text as a whole. */
export function findTextHints(text: string, voice: Voice): readonly Hint[] {
  if (text.trim() === '') return []
  const missing = voice.required.filter((words) => !hasPhrase(text, words)).map((words) => whole('required', words))
  const count = findEmoji(text).length
  const tooMany = voice.maxEmoji !== null && count > voice.maxEmoji ? [{ ...whole('emoji_budget', ''), count, max: voice.maxEmoji }] : []
  return [...missing, ...tooMany, ...(isUndisclosed(text, voice) ? [whole('disclosure', triggerIn(text, voice) ?? '')] : [])]
}

/** It speaks of something paid for and does not say that it was. */
export function isUndisclosed(text: string, voice: Pick<Voice, 'disclosure'>): boolean {
  return triggerIn(text, voice) !== null && !voice.disclosure.tags.some((tag) => hasPhrase(text, tag))
}

function triggerIn(text: string, { disclosure: { triggers } }: Pick<Voice, 'disclosure'>): string | null {
  return triggers.find((trigger) => hasPhrase(text, trigger)) ?? null
}

/** The forbidden words that stand in a text, in whatever number and gender. */
export function findForbidden(text: string, forbidden: Voice['forbidden']): readonly Hint[] {
  return forbidden.flatMap((words) => findPhrases(text, { ...soughtWords(words, false), isOne: isInflectionOf }).map((range) => at('forbidden', text, range)))
}

/** With its sign (`#ad` is not in `#adidas`), whatever the case and the accents. */
function hasPhrase(text: string, phrase: string): boolean {
  const [within, sought] = [foldText(text), foldText(phrase.trim())]
  for (let from = within.indexOf(sought); from >= 0; from = within.indexOf(sought, from + 1)) {
    const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_]/u.test(character)
    if (!isWord(within[from - 1]) && !isWord(within[from + sought.length])) return true
  }
  return false
}

const addresses = {
  tu: /(?<![\p{L}\p{N}-])(?:tu|toi|te|ton|ta|tes|tien|tienne)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])t['’](?=\p{L})/giu,
  vous: /(?<![\p{L}\p{N}])(?:vous|votre|vos|vôtre|vôtres)(?![\p{L}\p{N}])/giu
} as const

function findAddress(text: string, address: Voice['address']): readonly Hint[] {
  if (address === 'any') return []
  return [...text.matchAll(addresses[address === 'tu' ? 'vous' : 'tu'])].map(({ 0: words, index }) => at('address', text, { start: index, end: index + words.length }))
}

const segmenters = new Map<string, Intl.Segmenter>()

function findLongSentences(text: string, max: number | null, language: 'en' | 'fr'): readonly Hint[] {
  if (max === null) return []
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    const count = segment.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
    const start = index + (segment.length - segment.trimStart().length)
    return count > max ? [{ ...at('sentence', text, { start, end: index + segment.trimEnd().length }), count, max }] : []
  })
}

function findEmojiWalls(text: string, emoji: readonly EmojiRange[]): readonly Hint[] {
  const walls: { start: number; end: number; count: number }[] = []
  for (const { start, end } of emoji) {
    const last = walls.at(-1)
    if (last !== undefined && /^[^\S\n]*$/.test(text.slice(last.end, start))) Object.assign(last, { end, count: last.count + 1 })
    else walls.push({ start, end, count: 1 })
  }
  return walls.filter(({ count }) => count >= emojiWall).map(({ count, ...range }) => ({ ...at('emoji_wall', text, range), key: 'emoji_wall', count }))
}

/** Read out, `#marchedenoeldenantes` is one word; `#MarcheDeNoelDeNantes` is five. */
function findHashtags(text: string): readonly Hint[] {
  return [...text.matchAll(/(?<=^|\s)#(\p{Ll}+)(?![\p{L}\p{N}_])/gu)].filter(([, tag = '']) => tag.length >= longHashtag).map(({ 0: words, index }) => at('hashtag', text, { start: index, end: index + words.length }))
}

/** Signs of mathematics, circled and wide letters that look like bold or handwriting: read out as nothing, or letter by letter. */
function findFakeLetters(text: string): readonly Hint[] {
  const runs = text.matchAll(/(?:[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F189}\u24B6-\u24E9\uFF21-\uFF3A\uFF41-\uFF5A][\s\p{P}]?){2,}/gu)
  return [...runs].map(({ 0: words, index }) => at('fake_letters', text, { start: index, end: index + words.trimEnd().length }))
}

function at(kind: HintKind, text: string, range: { readonly start: number; readonly end: number }): Hint {
  const words = text.slice(range.start, range.end)
  return { kind, key: `${kind}:${foldText(words)}`.slice(0, 200), words, range: { start: range.start, end: range.end } }
}

function whole(kind: HintKind, words: string): Hint {
  return { kind, key: `${kind}:${foldText(words)}`, words, range: null }
}
