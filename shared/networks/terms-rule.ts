import type { Allowance, Audience, Disclosure } from '../posts/post-terms.ts'
import type { Sourced } from './sourced.ts'

/** What a network asks of each post that goes out at once, apart from its words. */
export interface TermsRule {
  /** Every post has them: there is no other way for it. Left out: without them it goes the network's other way. */
  readonly isAlways?: true
  /** All there are; which an account has, the network says by itself. */
  readonly audiences: Sourced<readonly Audience[]>
  readonly allowances: Sourced<readonly Allowance[]>
  /** Of films alone; never of pictures. */
  readonly filmsAlone: Sourced<readonly Allowance[]>
  readonly disclosures: Sourced<readonly Disclosure[]>
  /** Who may see it must not be these where somebody pays for it. */
  readonly notForPartner: Sourced<readonly Audience[]>
  /** A film, and nothing else, is labelled as made with AI where whoever posts says so. */
  readonly madeWithAi?: Sourced<true>
  /** What whoever posts agrees to, by the pages that say it. `partner`: where somebody pays for it. */
  readonly agreed: Sourced<{ readonly page: string; readonly partner?: string }>
  /** Of a network of films: for whom it is made, its category, the list that it goes into, and who is told. */
  readonly film?: FilmTermsRule
}

export interface FilmTermsRule {
  /** Whoever uploads has to say whether it is made for children. `page`: where the network explains it. */
  readonly madeForKids: Sourced<{ readonly page: string }>
  /** A film made for children, and one that only these see, takes no comments. */
  readonly noComments: Sourced<readonly Audience[]>
  /** Only these are told of it. */
  readonly notifies: Sourced<readonly Audience[]>
}
