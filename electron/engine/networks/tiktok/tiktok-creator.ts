import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { tiktokCapabilities } from '../../../../shared/networks/tiktok-capabilities.ts'
import { checkTerms, type TermsProblemCode } from '../../../../shared/posts/check-terms.ts'
import { audiences, type Audience, type PostTerms, type TermsOffer } from '../../../../shared/posts/post-terms.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { TiktokApi } from './tiktok-api.ts'

/** https://developers.tiktok.com/doc/content-posting-api-reference-direct-post, “Post Info Object” (read on 2026-11-22). */
export const privacyLevels: Readonly<Partial<Record<Audience, string>>> = { everyone: 'PUBLIC_TO_EVERYONE', friends: 'MUTUAL_FOLLOW_FRIENDS', followers: 'FOLLOWER_OF_CREATOR', only_me: 'SELF_ONLY' }

const isOff = z.boolean().catch(false)
/** https://developers.tiktok.com/doc/content-posting-api-reference-query-creator-info/ (read on 2026-11-22): what the account may choose from, as it is now. */
const creatorSchema = z.looseObject({
  data: z.looseObject({
    creator_nickname: z.string().catch(''),
    creator_username: z.string().catch(''),
    privacy_level_options: z.array(z.string()),
    comment_disabled: isOff,
    duet_disabled: isOff,
    stitch_disabled: isOff,
    max_video_post_duration_sec: z.number().int().positive().nullish().catch(null)
  })
})

/** Read anew for each post, as TikTok asks (/doc/content-sharing-guidelines/, 1). An app that may not post directly goes on with drafts: that is no end of the access. */
export async function readCreator(api: TiktokApi): Promise<NetworkResult<TermsOffer>> {
  const read = await api.ask('/v2/post/publish/creator_info/query/', {}, creatorSchema)
  if (!read.ok) {
    const { kind, error } = read.failure
    return kind === 'auth_revoked' && error.details?.['reason'] === 'scope_missing' ? failed('rejected', studioError('rejected', error.message, { details: { ...error.details, reason: 'tiktok_no_direct' } })) : read
  }
  const { creator_nickname, creator_username, privacy_level_options, comment_disabled, duet_disabled, stitch_disabled, max_video_post_duration_sec } = read.value.data
  return done({
    nickname: (creator_nickname === '' ? creator_username : creator_nickname).slice(0, 200),
    audiences: audiences.filter((audience) => privacy_level_options.some((level) => level === privacyLevels[audience])),
    closed: [...(comment_disabled ? (['comments'] as const) : []), ...(duet_disabled ? (['duets'] as const) : []), ...(stitch_disabled ? (['stitches'] as const) : [])],
    longestFilmMs: max_video_post_duration_sec === null || max_video_post_duration_sec === undefined ? null : max_video_post_duration_sec * 1000
  })
}

const rule = tiktokCapabilities.terms
const reasons: Readonly<Partial<Record<TermsProblemCode, string>>> = {
  terms_audience_missing: 'tiktok_audience', terms_audience_gone: 'tiktok_audience', terms_allowance_closed: 'tiktok_allowance', terms_disclosure_missing: 'tiktok_disclosure', terms_partner_private: 'tiktok_partner_private',
  terms_film_too_long: 'tiktok_too_long'
}

/** Nothing is sent under terms that the account cannot have: the person chooses anew. */
export async function checkedTerms(api: TiktokApi, terms: PostTerms, media: readonly Pick<MediaToSend, 'durationMs'>[]): Promise<NetworkResult<Audience>> {
  const offer = await readCreator(api)
  if (!offer.ok) return offer
  const lengths = media.flatMap(({ durationMs }) => durationMs ?? [])
  const [problem] = rule === undefined ? [] : checkTerms(terms, rule, offer.value, { hasFilm: lengths.length > 0, longestMs: Math.max(0, ...lengths) })
  if (problem !== undefined || terms.audience === null) return failed('rejected', studioError('rejected', `the account cannot post under these terms: ${problem ?? ''}`, { details: { reason: reasons[problem ?? 'terms_audience_missing'] ?? 'tiktok_audience' } }))
  return done(terms.audience)
}

/** The terms as a post carries them. https://developers.tiktok.com/doc/content-posting-api-reference-direct-post and -photo-post, “Post Info Object” (read on 2026-11-22). */
export function postInfoOf({ allows, discloses }: PostTerms, audience: Audience): object {
  return {
    privacy_level: privacyLevels[audience],
    disable_comment: !allows.includes('comments'),
    brand_content_toggle: discloses?.includes('partner') === true,
    brand_organic_toggle: discloses?.includes('own_brand') === true
  }
}

/** Of films alone. `coverAtMs`: the moment that stands for the film; null: its beginning, as TikTok has it. */
export function filmInfoOf({ allows, isMadeWithAi }: PostTerms, coverAtMs: number | null): object {
  return { disable_duet: !allows.includes('duets'), disable_stitch: !allows.includes('stitches'), ...(isMadeWithAi === true ? { is_aigc: true } : {}), ...(coverAtMs === null ? {} : { video_cover_timestamp_ms: Math.round(coverAtMs) }) }
}
