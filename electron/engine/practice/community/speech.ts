import type { Language } from '../language.ts'
import { frenchSpaces } from './french-spaces.ts'
import type { CommunityMember } from './member.ts'
import type { PhraseKind, Phrases, Vocabulary } from './phrase-kind.ts'
import { createSeededNumbers, type SeededNumbers } from './seeded-numbers.ts'

/** How often each kind of phrase was used: each goes through all its phrases before one comes again. Plain data, kept between runs. */
export type PhraseCounters = Readonly<Partial<Record<string, number>>>

export interface Speech {
  /** A phrase of that kind as this member says it. */
  say(kind: PhraseKind, member: Pick<CommunityMember, 'language' | 'temperament'>, numbers: SeededNumbers): string
  counters(): PhraseCounters
}

export interface SpeechNeeds {
  readonly seed: string
  readonly phrases: Readonly<Record<Language, Phrases>>
  readonly vocabulary: Readonly<Record<Language, Vocabulary>>
  readonly counters: PhraseCounters
}

export function createSpeech({ seed, phrases, vocabulary, counters: before }: SpeechNeeds): Speech {
  const counters: Record<string, number> = {}
  for (const [name, count] of Object.entries(before)) counters[name] = count ?? 0

  function nextTemplate(kind: PhraseKind, language: Language): string {
    const name = `${language}.${kind}`
    const used = counters[name] ?? 0
    counters[name] = used + 1
    const templates = phrases[language][kind]
    const round = Math.floor(used / templates.length)
    return createSeededNumbers(`${seed} ${name} ${round}`).shuffle(templates)[used % templates.length] ?? ''
  }

  return {
    say(kind, member, numbers) {
      const filled = fill(nextTemplate(kind, member.language), vocabulary[member.language], numbers)
      return inTheirStyle(member.language === 'fr' ? frenchSpaces(filled) : filled, member, numbers)
    },
    counters: () => ({ ...counters })
  }
}

function fill(template: string, vocabulary: Vocabulary, numbers: SeededNumbers): string {
  const filled = template.replace(/\{(\w+)\}/g, (whole, place: string) => {
    const words = wordsFor(vocabulary, place)
    return words === null ? whole : numbers.pick(words)
  })
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

function wordsFor(vocabulary: Vocabulary, place: string): readonly string[] | null {
  const entry = Object.entries(vocabulary).find(([name]) => name === place)
  return entry?.[1] ?? null
}

/** Trolls do not bother with capitals, fans with restraint. */
function inTheirStyle(text: string, { temperament }: Pick<CommunityMember, 'temperament'>, numbers: SeededNumbers): string {
  if (temperament === 'troll' && numbers.happens(0.6)) return text.toLowerCase().replace(/\.$/, '')
  if (temperament === 'fan' && numbers.happens(0.25)) return `${text.replace(/\.$/, '')} ${numbers.pick(['😊', '☕', '❤️', '📚', '✨'])}`
  return text
}
