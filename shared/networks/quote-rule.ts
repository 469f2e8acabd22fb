import type { Sourced } from './sourced.ts'

/**
 * Whether a post can hold a post of somebody else's for people to see, and why not. replies_only: people there answer and forward, they quote nothing in a post of their own ·
 * none_there: it knows no such thing · not_by_interface: people can, programs cannot · not_yet: Vigie does not do it there yet.
 */
export type QuoteOffer = 'yes' | 'replies_only' | 'none_there' | 'not_by_interface' | 'not_yet'

export interface QuoteRule {
  readonly offer: Sourced<QuoteOffer>
  /** The network has one name for a post wherever it lies. Left out: each server has names of its own, so it is quoted by accounts of the server it was read on. */
  readonly isNamedEverywhere?: true
  /** Not in the same post. */
  readonly notWithPoll?: true
  /** Not every server has it, and the author decides who may: known when it is sent. */
  readonly mayBeRefused?: true
}
