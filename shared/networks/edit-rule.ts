import type { Sourced } from './sourced.ts'

/**
 * Whether the words of a post that is out can be changed by programs, and why not. none_there: nobody can there · not_by_interface: people can, programs cannot · not_shown: the
 * record changes and the apps go on showing the old words · not_yet: Vigie does not do it there yet.
 */
export type EditOffer = 'yes' | 'none_there' | 'not_by_interface' | 'not_shown' | 'not_yet'

/** Words alone are changed: pictures, videos, polls, and whom it is shown to, stay as they are. */
export interface EditRule {
  readonly offer: Sourced<EditOffer>
  /** The title can be changed too. Left out: it stays, or there is none. */
  readonly title?: true
  /** Of a post with one of these nothing is changed. */
  readonly notWith?: readonly ('film' | 'poll')[]
}
