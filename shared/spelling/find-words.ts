import { findEntities } from '../text/find-entities.ts'
import type { TextRange } from '../text/find-web-addresses.ts'
import { longestWord } from './spelling-language.ts'

export interface FoundWord extends TextRange {
  /** As it is looked up: composed letters, with the apostrophe it was written with. */
  readonly word: string
}

/** Letters, digits and what joins them within a word: apostrophes, hyphens, the point of inclusive French. */
const token = /[\p{L}\p{M}\p{N}_]+(?:[-'’ʼ·‧•⋅][\p{L}\p{M}\p{N}_]+)*/gu

/**
 * What is no word, whatever letters it has: mentions of every network, tags, variables, emoji by name, addresses, what the editor shows as a thing of its own. What may be
 * long is sought from its beginning alone: from each of its letters, a key pasted by mistake would take minutes.
 */
const noWords = /[@#＃][\p{L}\p{M}\p{N}_.·@-]+|\{[^{}\n]*\}|(?<![\p{L}\p{N}]):[a-z0-9_+-]+:|(?<![\p{L}\p{N}.+_-])[\p{L}\p{N}.+_-]+@[\p{L}\p{N}.-]+|(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]*[/\\][^\s]*|(?:www\.|(?<![\p{L}\p{N}-])[\p{L}\p{N}-]+\.(?=[a-z]{2,}\/))[^\s]+/giu

/** « les abonné.e.s, chaque acteur.rice »: the endings of the other gender, behind a point or a bracket. */
const inclusive = /(?<!\p{L})\p{L}+(?:\.(?:e|es|ne|nes|le|les|te|tes|ve|ves|ive|ives|ice|ices|rice|rices|trice|trices|euse|euses|ère|ères)(?:\.?s)?|\((?:e|es|ne|nes|le|te|ve|rice|trice|euse)\)(?:s)?)(?![\p{L}\p{N}])/giu

/** The words of a text that a dictionary can judge, in order. Positions in UTF-16 code units. */
export function findWords(text: string): readonly FoundWord[] {
  const masked = maskNoWords(text)
  const found: FoundWord[] = []
  for (const { 0: written, index: start } of text.matchAll(token)) {
    const end = start + written.length
    if (masked.subarray(start, end).includes(1)) continue
    const word = written.normalize('NFC').replaceAll('ʼ', '’')
    if (isToBeChecked(word)) found.push({ start, end, word })
  }
  return found
}

/** A mark for each code unit that belongs to an address, a mention, a tag or a variable. */
export function maskNoWords(text: string): Uint8Array {
  const masked = new Uint8Array(text.length)
  for (const { start, end } of findEntities(text)) masked.fill(1, start, end)
  for (const pattern of [noWords, inclusive]) {
    for (const { 0: written, index } of text.matchAll(pattern)) masked.fill(1, index, index + written.length)
  }
  return masked
}

function isToBeChecked(word: string): boolean {
  if (word.length < 2 || word.length > longestWord || /[\p{N}_·‧•⋅]/u.test(word)) return false
  // Other scripts, and signs that only look like letters, have no dictionary here.
  if (/[^\p{Script=Latin}\p{M}'’-]/u.test(word)) return false
  return !isAcronym(word) && !isCamelCase(word) && !isDrawnOut(word)
}

/** RGPD, BTS, UNESCO; with an article too. From seven capitals on it is a word that somebody shouts. */
function isAcronym(word: string): boolean {
  const bare = word.replace(/^\p{L}{1,2}['’]/u, '').replace(/['’]?s$/u, '')
  return bare.length <= 6 && bare === bare.toUpperCase() && !/\p{Ll}/u.test(bare)
}

/** iPhone, LinkedIn, YouTube: names with a way of their own. */
function isCamelCase(word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word)
}

/** « Merciiii », “sooo good”: meant so. No word of the two languages has three of a letter in a row. */
function isDrawnOut(word: string): boolean {
  return /(\p{L})\1\1/iu.test(word)
}
