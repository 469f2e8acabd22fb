import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { TiktokApi } from './tiktok-api.ts'
import { isGone } from './tiktok-failures.ts'
import { findOwnVideo, settled } from './tiktok-find.ts'
import type { TiktokPictures } from './tiktok-pictures.ts'
import { outcomeOf, readStatus } from './tiktok-status.ts'
import type { Known, TiktokUploads } from './tiktok-uploads.ts'

export interface HandOvers {
  readonly uploads: TiktokUploads
  readonly pictures: TiktokPictures
}

type Found = NetworkResult<Published | 'none' | 'cannot_tell'>

/** One or several pictures, and no video. */
export function isOfPictures({ media }: Pick<Draft, 'media'>): boolean {
  return media.length > 0 && media.every(({ durationMs }) => durationMs === null)
}

/** What became of an attempt whose end nobody saw: by TikTok's number for it, which outlives a crash, else among what the account has out. */
export async function lookUp(api: TiktokApi, by: HandOvers, session: AccountSession, draft: Draft, intent: SentIntent, now: number): Promise<Found> {
  const asked = await knownOf(api, by, session, draft, intent)
  if (!asked.ok) return asked
  const known = asked.value
  if (known !== null) {
    const { status, uploaded_bytes: sent } = known.status
    // How much of it is there, TikTok does not tell: it may be all.
    if (status === 'PROCESSING_UPLOAD' && typeof sent !== 'number') return done('cannot_tell')
    // Not whole, it makes no draft and no post: the next attempt goes on with it. What failed made none either.
    return known.isWhole && status !== 'FAILED' ? outcomeOf(known.publishId, known.status) : done('none')
  }
  return (await lookUpAfterCrash(api, draft, intent, now - intent.sentAt)) ?? lookAmongOwn(api, draft, intent, now)
}

async function lookAmongOwn(api: TiktokApi, draft: Draft, intent: SentIntent, now: number): Promise<Found> {
  const posted = await findOwnVideo(api, draft, intent, now)
  // A second draft of a film harms nobody. The one call that hands pictures over makes what becomes of them, and drafts stand in no list; nor does a post for a few people, or one that is still looked at.
  return posted.ok && posted.value === 'none' && (isOfPictures(draft) || draft.terms !== undefined) ? done('cannot_tell') : posted
}

/** null: its number is not known, or TikTok has forgotten it. */
async function lookUpAfterCrash(api: TiktokApi, draft: Draft, { begun }: SentIntent, age: number): Promise<Found | null> {
  // The last chunk of a film makes it, and it was certainly not sent.
  if (begun === null && !isOfPictures(draft)) return done('none')
  return typeof begun === 'string' ? askByNumber(api, begun, draft, age) : null
}

async function askByNumber(api: TiktokApi, publishId: string, draft: Draft, age: number): Promise<Found | null> {
  const read = await readStatus(api, publishId)
  if (!read.ok) return isGone(read.failure) ? null : read
  const { status, uploaded_bytes: sent } = read.value
  if (status === 'FAILED') return done('none')
  if (status !== 'PROCESSING_UPLOAD' || isOfPictures(draft)) return outcomeOf(publishId, read.value)
  if (typeof sent !== 'number') return done('cannot_tell')
  // Its address is gone with the crash, so nobody can complete it; the end of it may still be on its way.
  if (sent < (draft.media[0]?.byteLength ?? 0)) return done(age < settled ? 'cannot_tell' : 'none')
  return outcomeOf(publishId, read.value)
}

async function knownOf(api: TiktokApi, { uploads, pictures }: HandOvers, session: AccountSession, draft: Draft, { idempotencyKey }: SentIntent): Promise<NetworkResult<Known | null>> {
  if (!isOfPictures(draft)) return uploads.ask(api, session, idempotencyKey)
  return mapValue(await pictures.ask(api, session, idempotencyKey), (known) => (known === null ? null : { ...known, isWhole: true }))
}
