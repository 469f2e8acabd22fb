import type { Language } from '../language.ts'

/** How somebody behaves; weights in `temperament.ts`. */
export const temperaments = ['fan', 'regular', 'newcomer', 'asker', 'complainer', 'troll', 'spammer', 'ambassador', 'journalist', 'competitor'] as const
export type Temperament = (typeof temperaments)[number]

/** Somebody of the community: invented, like everything here. */
export interface CommunityMember {
  /** Letters, digits and underscores, lower case. */
  readonly handle: string
  readonly name: string
  readonly language: Language
  readonly temperament: Temperament
  /** The line under the name. */
  readonly note: string
  readonly followers: number
}
