import { diffWords, type DiffPiece } from '../text/diff-words.ts'
import type { BesideWords } from '../posts/beside-words.ts'
import type { PostThere } from './post-there.ts'
import { plainWords } from '../text/plain-words.ts'

/** What was sent, as the job kept it. */
export interface Sent {
  readonly title: string
  readonly text: string
  readonly beside?: BesideWords | undefined
  readonly media: readonly { readonly altText: string }[]
  /** Of the first link, as it was sent along; null: the network makes its own, or there is none. */
  readonly card: { readonly url: string; readonly title: string; readonly description: string } | null
}

/** exact: as it was sent · changed: the network, or somebody there, made something else of it · not_told: the network does not say. */
export type Verdict = 'exact' | 'changed' | 'not_told'

export interface Difference {
  readonly verdict: Verdict
  /** Only of what is changed. */
  readonly pieces?: readonly DiffPiece[]
}

export interface RealityComparison {
  /** null: it had none, and has none there. */
  readonly title: Difference | null
  readonly text: Difference
  /** The same of what stands for it in lists. */
  readonly teaser: Difference | null
  readonly mediaCount: { readonly verdict: Verdict; readonly sent: number; readonly there: number | null }
  /** One for each picture that was sent and is there; empty without any. */
  readonly altTexts: readonly Difference[]
  /** null: none was sent, and none is there. `made_there`: the network made its own of a link. */
  readonly card: { readonly verdict: Verdict | 'made_there'; readonly there: PostThere['card'] } | null
}

/** Holds what a network shows now against what was sent. White space is not what anybody means by a change. */
export function compareWithReality(sent: Sent, there: PostThere): RealityComparison {
  return {
    title: sent.title === '' && (there.title ?? '') === '' ? null : differenceOf(sent.title, there.title),
    text: differenceOf(there.textAsSent ?? sent.text, there.text),
    teaser: teaserOf(sent.beside?.teaser ?? '', there.teaser),
    mediaCount: mediaCount(sent, there),
    altTexts: altTexts(sent, there),
    card: cardOf(sent, there)
  }
}

/** All that can be told is as it was sent. */
export function isAsSent({ title, text, teaser, mediaCount: count, altTexts: descriptions, card }: RealityComparison): boolean {
  return [title, text, teaser, count, card, ...descriptions].every((one) => one?.verdict !== 'changed')
}

function differenceOf(sent: string, there: string | undefined): Difference {
  if (there === undefined) return { verdict: 'not_told' }
  return plainWords(sent) === plainWords(there) ? { verdict: 'exact' } : { verdict: 'changed', pieces: diffWords(sent, there) }
}

/** Where none was sent and none is told of, there is nothing to say. */
function teaserOf(sent: string, there: string | undefined): Difference | null {
  return sent === '' && (there ?? '') === '' ? null : differenceOf(sent, there)
}

function mediaCount({ media }: Sent, there: PostThere): RealityComparison['mediaCount'] {
  if (there.media === undefined) return { verdict: 'not_told', sent: media.length, there: null }
  return { verdict: there.media.length === media.length ? 'exact' : 'changed', sent: media.length, there: there.media.length }
}

function altTexts({ media }: Sent, there: PostThere): readonly Difference[] {
  return (there.media ?? []).slice(0, media.length).map((item, place) => differenceOf(media[place]?.altText ?? '', item.altText))
}

function cardOf({ card: sent }: Sent, { card }: PostThere): RealityComparison['card'] {
  if (card === undefined) return sent === null ? null : { verdict: 'not_told', there: undefined }
  if (sent === null) return card === null ? null : { verdict: 'made_there', there: card }
  const isSame = card !== null && card.url === sent.url && plainWords(card.title) === plainWords(sent.title) && plainWords(card.description) === plainWords(sent.description)
  return { verdict: isSame ? 'exact' : 'changed', there: card }
}
