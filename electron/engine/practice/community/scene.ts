import type { Language } from '../language.ts'
import type { CommunityMember } from './member.ts'
import type { PhraseKind } from './phrase-kind.ts'
import type { SeededNumbers } from './seeded-numbers.ts'
import type { Speech } from './speech.ts'
import type { Pace } from './temperament.ts'

export interface CastMember extends CommunityMember {
  /** Id on the network. */
  readonly id: string
}

/** Who and where: what every plan needs to know. */
export interface Scene {
  readonly seed: string
  readonly language: Language
  readonly ownHandle: string
  readonly cast: readonly CastMember[]
  readonly pace: Pace
  readonly speech: Speech
}

/** Something the own account has done that people may react to. `at` is in community time. */
export type News =
  | { readonly kind: 'post'; readonly statusId: string; readonly text: string; readonly at: number }
  | { readonly kind: 'reply'; readonly statusId: string; readonly text: string; readonly at: number; readonly answered: Answered }

/** What a reply of the own account answers. */
export interface Answered {
  readonly memberId: string
  /** null when it was not the community's own words (another client wrote it). */
  readonly purpose: PhraseKind | null
  readonly isPrivate: boolean
}

export const minute = 60_000
export const hour = 60 * minute

/** From less than a minute to seven hours, most of it early: how long people take to react. */
export function reactionDelay(numbers: SeededNumbers): number {
  return Math.round(0.7 * Math.exp(numbers.fraction() * Math.log(600)) * minute)
}

/** People of the other language say less. */
export function languageWeight(member: CastMember, scene: Scene): number {
  return member.language === scene.language ? 1 : 0.35
}

/** Several members by weight, each at most once. */
export function chooseSeveral(scene: Scene, count: number, numbers: SeededNumbers, weight: (member: CastMember) => number): readonly CastMember[] {
  let rest = scene.cast.filter((member) => weight(member) > 0)
  const chosen: CastMember[] = []
  while (chosen.length < count && rest.length > 0) {
    const member = numbers.pickWeighted(rest, weight)
    chosen.push(member)
    rest = rest.filter((other) => other.id !== member.id)
  }
  return chosen
}
