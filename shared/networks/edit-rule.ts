import type { Sourced } from './sourced.ts'

/**
 * Whether the words of a post that is out can be changed by programs, and why not. none_there: nobody can there · not_by_interface: people can, programs cannot · not_shown: the
 * record changes and the apps go on showing the old words · not_yet: Vigie does not do it there yet.
 */
export type EditOffer = 'yes' | 'none_there' | 'not_by_interface' | 'not_shown' | 'not_yet'

/** What a post is, or holds, beside words. `picture`: it is a title and a picture · `image`: pictures stand beside its words · `link`: it is an address and nothing else, or passes another post on without a word. */
export const editHindrances = ['film', 'poll', 'picture', 'image', 'link'] as const
export type EditHindrance = (typeof editHindrances)[number]

/** Words alone are changed: pictures, videos, polls, and whom it is shown to, stay as they are. */
export interface EditRule {
  readonly offer: Sourced<EditOffer>
  /** The title can be changed too. Left out: there is none, or it stays. */
  readonly title?: true
  /** Of a network whose posts have a title that stays: why. */
  readonly titleStays?: Sourced<'none_there' | 'not_by_interface' | 'not_yet'>
  /** Of a post with one of these nothing is changed. */
  readonly notWith?: readonly EditHindrance[]
  /** A part of a thread that answers the one before it is left alone. */
  readonly notAnswers?: true
  /** Only so long after it went out, in ms. Left out: as long as it stands there. */
  readonly within?: Sourced<number>
  /** Each change is a post of its own there, under another number, at the price of one; the numbers before it lead to it. */
  readonly makesAnother?: Sourced<true>
}
