import type { Allowance, Audience, Disclosure } from '../posts/post-terms.ts'
import type { Sourced } from './sourced.ts'

/** What a network asks of each post that goes out at once, apart from its words. */
export interface TermsRule {
  /** All there are; which an account has, the network says by itself. */
  readonly audiences: Sourced<readonly Audience[]>
  readonly allowances: Sourced<readonly Allowance[]>
  /** Of films alone; never of pictures. */
  readonly filmsAlone: Sourced<readonly Allowance[]>
  readonly disclosures: Sourced<readonly Disclosure[]>
  /** Who may see it must not be these where somebody pays for it. */
  readonly notForPartner: Sourced<readonly Audience[]>
  /** What whoever posts agrees to, by the pages that say it. */
  readonly agreed: Sourced<{ readonly music: string; readonly partner: string }>
}
