import { findXLinks } from './find-x-links.ts'
import { forbidden } from './x-characters.ts'

/** How X measures texts: configuration 3 of twitter-text, read on 2026-11-21. Weights in hundredths of a character. */
export interface XWeighing {
  readonly max: number
  readonly perLink: number
  readonly usual: number
  /** Code points, both ends included, that weigh less: most alphabets. */
  readonly light: readonly { readonly first: number; readonly last: number; readonly weight: number }[]
  /** Whether a whole emoji, of however many code points, weighs as one usual character. */
  readonly emojiAreOne: boolean
}

export const xWeighing: XWeighing = {
  max: 280,
  perLink: 23,
  usual: 200,
  light: [
    { first: 0, last: 4351, weight: 100 },
    { first: 8192, last: 8205, weight: 100 },
    { first: 8208, last: 8223, weight: 100 },
    { first: 8242, last: 8247, weight: 100 }
  ],
  emojiAreOne: true
}

export interface XWeight {
  /** In X's characters, rounded down. */
  readonly weight: number
  /** The same in hundredths, not rounded. */
  readonly hundredths: number
  /** Thousandths of what is allowed, rounded down. */
  readonly permillage: number
  readonly isValid: boolean
  /** How much of the text fits, in UTF-16 code units from its beginning. */
  readonly fits: number
}

const forbiddenCharacter = new RegExp(`[${forbidden}]`, 'u')
// Also those written without the selector that asks for colour, and a single pictograph of a sequence that nobody draws as one.
const emojiSource = String.raw`\p{RGI_Emoji}|[0-9#*]\uFE0F?\u20E3|\p{Emoji}\uFE0F|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Emoji_Presentation}`
let emojiPattern: RegExp | undefined

/** Made when it is first needed: building it takes twenty milliseconds, which no start has to wait for. */
function findEmoji(text: string): Iterable<RegExpExecArray> {
  emojiPattern ??= new RegExp(emojiSource, 'gv')
  return text.matchAll(emojiPattern)
}

/** Weighs a text as X does before it accepts a post: links as one length, most alphabets lighter, emoji as one. */
export function weighXText(text: string, weighing: XWeighing = xWeighing): XWeight {
  const composed = text.normalize('NFC')
  const firstForbidden = composed.search(forbiddenCharacter)
  const steps = wholeSteps(composed, weighing)
  let sum = 0
  let fits = 0
  let isOver = false
  for (let at = 0; at < composed.length; ) {
    const step = steps.get(at) ?? oneCodePoint(composed, at, weighing)
    sum += step.weight
    at += step.length
    isOver ||= sum > weighing.max * 100 || (firstForbidden >= 0 && firstForbidden < at)
    if (!isOver) fits = at
  }
  return {
    weight: Math.floor(sum / 100),
    hundredths: sum,
    permillage: Math.floor((sum * 10) / weighing.max),
    isValid: text.length > 0 && !isOver,
    fits: Math.max(0, fits + text.length - composed.length)
  }
}

interface Step {
  readonly length: number
  readonly weight: number
}

/** What weighs as a whole, by where it begins. */
function wholeSteps(text: string, weighing: XWeighing): ReadonlyMap<number, Step> {
  const steps = new Map<number, Step>()
  if (weighing.emojiAreOne) for (const match of findEmoji(text)) steps.set(match.index, { length: match[0].length, weight: weighing.usual })
  for (const { start, end } of findXLinks(text)) steps.set(start, { length: end - start, weight: weighing.perLink * 100 })
  return steps
}

function oneCodePoint(text: string, at: number, { light, usual }: XWeighing): Step {
  const codePoint = text.codePointAt(at) ?? 0
  const weight = light.find(({ first, last }) => codePoint >= first && codePoint <= last)?.weight ?? usual
  return { length: codePoint > 0xffff ? 2 : 1, weight }
}
