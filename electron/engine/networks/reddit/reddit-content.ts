import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Draft } from '../network-draft.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import type { RedditApi } from './reddit-api.ts'
import { linkOf, wordsOf } from './reddit-draft.ts'
import { uploadToReddit } from './reddit-media.ts'

/** What stands in a post beside its title. A gallery is made by a call of its own. */
export type RedditContent =
  | { readonly kind: 'gallery'; readonly fields: { readonly items: readonly object[]; readonly text?: string } }
  | { readonly kind: 'other'; readonly fields: Readonly<Record<string, string>> }

/** Hands over what the post shows, and says how it is named in the call that makes it. */
export async function contentOf(api: RedditApi, session: AccountSession, draft: Draft): Promise<NetworkResult<RedditContent>> {
  if (draft.quote !== undefined) return crosspostOf(draft, draft.quote.remoteId)
  const [first, ...others] = draft.media
  if (first === undefined) {
    const link = linkOf(draft)
    return other(link === null ? { kind: 'self', text: wordsOf(draft) } : { kind: 'link', url: link })
  }
  if (draft.media.some(isVideo)) return others.length === 0 ? filmOf(api, session, draft, first) : failed('rejected', studioError('rejected', 'a post on Reddit holds one film and nothing beside it'))
  if (others.length > 0) return galleryOf(api, session, draft)
  const uploaded = await uploadToReddit(api, session, first)
  return uploaded.ok ? other({ kind: 'image', url: uploaded.value.url, ...wordsBeside(draft) }) : uploaded
}

/**
 * https://github.com/praw-dev/praw/blob/v8.0.0/praw/models/reddit/submission.py, `crosspost` (read on 2026-11-23): somebody's post below a title of ours, in our community, and nothing else. Whether its
 * community and ours let it be passed on is known only then.
 */
function crosspostOf({ media, poll }: Draft, remoteId: string): NetworkResult<RedditContent> {
  if (!/^t3_[a-z0-9]{1,15}$/.test(remoteId)) return failed('rejected', studioError('rejected', 'this is no post on Reddit', { details: { reason: 'quoted_gone' } }))
  if (media.length > 0 || poll !== undefined) return failed('rejected', studioError('rejected', 'a post that is passed on stands alone with our title'))
  return other({ kind: 'crosspost', crosspost_fullname: remoteId })
}

function other(fields: Readonly<Record<string, string>>): NetworkResult<RedditContent> {
  return done({ kind: 'other', fields })
}

/** A film stands behind a picture until somebody plays it, and Reddit wants that picture with it. */
async function filmOf(api: RedditApi, session: AccountSession, draft: Draft, film: MediaToSend): Promise<NetworkResult<RedditContent>> {
  if (film.cover === undefined) return failed('rejected', studioError('rejected', 'a film on Reddit needs a cover', { details: { reason: 'cover_needed' } }))
  // The small one first: how far it is, is said of the film.
  const poster = await uploadToReddit(api, { account: session.account }, film.cover.picture)
  if (!poster.ok) return poster
  const uploaded = await uploadToReddit(api, session, film)
  return uploaded.ok ? other({ kind: 'video', url: uploaded.value.url, video_poster_url: poster.value.url, ...wordsBeside(draft) }) : uploaded
}

async function galleryOf(api: RedditApi, session: AccountSession, draft: Draft): Promise<NetworkResult<RedditContent>> {
  const items: object[] = []
  for (const picture of draft.media) {
    const uploaded = await uploadToReddit(api, session, picture)
    if (!uploaded.ok) return uploaded
    if (uploaded.value.assetId === null) return failed('bug', studioError('unexpected_answer', 'Reddit did not name a picture that it took'))
    items.push({ media_id: uploaded.value.assetId, caption: '', outbound_url: '' })
  }
  return done({ kind: 'gallery', fields: { items, ...wordsBeside(draft) } })
}

/** Below pictures and films words may be left out. */
function wordsBeside(draft: Draft): { readonly text?: string } {
  const text = wordsOf(draft).trim()
  return text === '' ? {} : { text }
}
