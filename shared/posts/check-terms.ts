import { isVideo, type MediaItem } from '../media/media-item.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { TermsRule } from '../networks/terms-rule.ts'
import type { OutgoingPart } from './post-parts.ts'
import type { Allowance, FilmTerms, NamedThere, PostTerms, TermsOffer } from './post-terms.ts'

export const termsProblemCodes = ['terms_audience_missing', 'terms_audience_gone', 'terms_allowance_closed', 'terms_disclosure_missing', 'terms_partner_private', 'terms_film_too_long', 'terms_kids_missing', 'terms_category_gone', 'terms_playlist_gone', 'terms_no_comments'] as const
export type TermsProblemCode = (typeof termsProblemCodes)[number]

/** Of the media that go out: whether there is a film, and the length of the longest. */
export interface FilmsSent {
  readonly hasFilm: boolean
  readonly longestMs: number
  /** The account's own comment goes below it. */
  readonly hasComment?: boolean
}

/**
 * What keeps a post from going out under these terms, all of it at once. `offer`: what the network last said about this account; null: nothing is known, so nothing is
 * concluded. Right before it is sent the very same is asked with what the network says then.
 */
export function checkTerms(terms: PostTerms, rule: TermsRule, offer: TermsOffer | null, { hasFilm, longestMs, hasComment = false }: FilmsSent): readonly TermsProblemCode[] {
  const { audience, discloses } = terms
  const isPartner = discloses?.includes('partner') === true
  const used = allowedOn(terms, rule, hasFilm)
  const found: readonly (readonly [boolean, TermsProblemCode])[] = [
    [audience === null, 'terms_audience_missing'],
    [audience !== null && offer !== null && !offer.audiences.includes(audience), 'terms_audience_gone'],
    [offer !== null && used.some((name) => offer.closed.includes(name)), 'terms_allowance_closed'],
    [discloses?.length === 0, 'terms_disclosure_missing'],
    [isPartner && audience !== null && rule.notForPartner.value.includes(audience), 'terms_partner_private'],
    [offer !== null && offer.longestFilmMs !== null && longestMs > offer.longestFilmMs, 'terms_film_too_long'],
    ...ofFilm(terms, rule, offer, { hasFilm, hasComment })
  ]
  return found.flatMap(([is, code]) => (is ? [code] : []))
}

/** Without a film there is nothing to say of it. */
function ofFilm({ audience, film }: PostTerms, { film: rule }: TermsRule, offer: TermsOffer | null, { hasFilm, hasComment }: { readonly hasFilm: boolean; readonly hasComment: boolean }): readonly (readonly [boolean, TermsProblemCode])[] {
  if (rule === undefined) return []
  const { madeForKids, category, playlist } = film ?? unsaid
  const isSilent = madeForKids === true || rule.noComments.value.some((one) => one === audience)
  return [
    [hasFilm && madeForKids === null, 'terms_kids_missing'],
    [isGone(category, offer?.film?.categories), 'terms_category_gone'],
    [isGone(playlist, offer?.film?.playlists), 'terms_playlist_gone'],
    [hasComment && isSilent, 'terms_no_comments']
  ]
}

const unsaid: Pick<FilmTerms, 'madeForKids' | 'category' | 'playlist'> = { madeForKids: null, category: null, playlist: null }

/** Of what is there nothing may be known. */
function isGone(chosen: NamedThere | null, there: readonly NamedThere[] | undefined): boolean {
  return chosen !== null && there !== undefined && there.every(({ id }) => id !== chosen.id)
}

/** What the terms allow on such a post: some of it there is of films alone. */
export function allowedOn({ allows }: PostTerms, { filmsAlone }: TermsRule, hasFilm: boolean): readonly Allowance[] {
  return hasFilm ? allows : allows.filter((name) => !filmsAlone.value.includes(name))
}

/** The same of what an account gets. `offer`: left out where nothing was asked. */
export function checkTermsOf(parts: readonly Pick<OutgoingPart, 'terms' | 'media' | 'isComment'>[], { terms: rule }: Pick<NetworkCapabilities, 'terms'>, items: readonly MediaItem[], offer: TermsOffer | null = null): readonly TermsProblemCode[] {
  const [part] = parts
  if (part?.terms === undefined || rule === undefined) return []
  const films = part.media.flatMap(({ mediaId }) => items.find(({ id }) => id === mediaId) ?? []).filter(isVideo)
  return checkTerms(part.terms, rule, offer, { hasFilm: films.length > 0, longestMs: Math.max(0, ...films.map(({ durationMs }) => durationMs)), hasComment: parts.some(({ isComment }) => isComment === true) })
}
