import type { Sourced } from './sourced.ts'

/**
 * Whether the words of a post that is out can be changed by programs, and why not. none_there: nobody can there · not_by_interface: people can, programs cannot · not_shown: the
 * record changes and the apps go on showing the old words · not_yet: Vigie does not do it there yet.
 */
export type EditOffer = 'yes' | 'none_there' | 'not_by_interface' | 'not_shown' | 'not_yet'

/** What a post is, or holds, beside words. `link`: it is an address and nothing else, or passes another post on without a word. */
export const editHindrances = ['film', 'poll', 'picture', 'link'] as const
export type EditHindrance = (typeof editHindrances)[number]

/** Words alone are changed: pictures, videos, polls, and whom it is shown to, stay as they are. */
export interface EditRule {
  readonly offer: Sourced<EditOffer>
  /** The title can be changed too. Left out: there is none, or it stays. */
  readonly title?: true
  /** Of a network whose posts have a title that stays: why. */
  readonly titleStays?: Sourced<'none_there' | 'not_by_interface'>
  /** Of a post with one of these nothing is changed. */
  readonly notWith?: readonly EditHindrance[]
}
