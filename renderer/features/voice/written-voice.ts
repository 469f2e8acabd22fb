import { voiceSchema, type Voice } from '../../../shared/voice/voice.ts'

/** A voice as it is typed: lists line by line, numbers as text. */
export interface WrittenVoice extends Pick<Voice, 'note' | 'address' | 'blocks' | 'spelling'> {
  readonly required: string
  readonly forbidden: string
  readonly triggers: string
  readonly tags: string
  readonly dictionary: string
  readonly maxEmoji: string
  readonly maxSentenceWords: string
}

export type SavedVoice = Omit<Voice, 'ignored'>

export function toWritten({ required, forbidden, disclosure, dictionary, maxEmoji, maxSentenceWords, ...voice }: Voice): WrittenVoice {
  const numberOf = (value: number | null): string => (value === null ? '' : String(value))
  return { ...voice, required: required.join('\n'), forbidden: forbidden.join('\n'), triggers: disclosure.triggers.join('\n'), tags: disclosure.tags.join('\n'), dictionary: dictionary.join('\n'), maxEmoji: numberOf(maxEmoji), maxSentenceWords: numberOf(maxSentenceWords) }
}

/** Null while something typed is none: a number that is too large, a list that is too long. */
export function toVoice(written: WrittenVoice, { ignored }: Voice): SavedVoice | null {
  const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text))
  const { required, forbidden, triggers, tags, dictionary, maxEmoji, maxSentenceWords, ...voice } = written
  const parsed = voiceSchema.safeParse({
    ...voice,
    ignored,
    required: fromLines(required),
    forbidden: fromLines(forbidden),
    dictionary: fromLines(dictionary),
    disclosure: { triggers: fromLines(triggers), tags: fromLines(tags) },
    maxEmoji: numberOf(maxEmoji),
    maxSentenceWords: numberOf(maxSentenceWords)
  })
  if (!parsed.success) return null
  const { ignored: _ignored, ...saved } = parsed.data
  return saved
}

/** One a line, each once; commas part them too, as people write lists. */
export function fromLines(text: string): string[] {
  return [...new Set(text.split(/[\n,;]/).map((line) => line.trim().replaceAll(/\s+/g, ' ')).filter((line) => line !== ''))]
}

/** Whether that is what is stored already. */
export function isWritten(next: SavedVoice, { ignored: _ignored, ...stored }: Voice): boolean {
  const ordered = (voice: SavedVoice): string => JSON.stringify(Object.entries(voice).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return ordered(next) === ordered(stored)
}
