import type { NetworkId } from './network-id.ts'
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
  /** Accounts of these see the same posts under the same names. */
  readonly namedAlikeOn?: readonly NetworkId[]
  /** Not in the same post. */
  readonly notWithPoll?: true
  /** No picture and no video stands in the same post. */
  readonly notWithMedia?: true
  /** Posts can be quoted, and what is said below them cannot. */
  readonly postsAlone?: true
  /** A post may be the quoted one without a word: it is passed on. */
  readonly mayBeAlone?: true
  /** What of ours is left out of it. but_title: of our words the title alone goes with it · wholly: nothing of ours does, neither words nor title nor link. */
  readonly wordless?: 'but_title' | 'wholly'
  /** The other one's words stand in the same text, above ours, and are counted with it. */
  readonly wordsInText?: Sourced<true>
  /** Not every server has it, and the author decides who may: known when it is sent. */
  readonly mayBeRefused?: true
}
