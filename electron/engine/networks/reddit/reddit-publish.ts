import type { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Published, Publisher, SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { actOnReddit, voteOnReddit } from './reddit-acts.ts'
import { withRedditApi, type RedditApi } from './reddit-api.ts'
import { contentOf, type RedditContent } from './reddit-content.ts'
import { wordsOf } from './reddit-draft.ts'
import { editOnReddit } from './reddit-edit.ts'
import { afterSameWords } from '../same-words-refused.ts'
import { wait } from '../wait.ts'
import { isDuplicate } from './reddit-failures.ts'
import { findOwn, listLast, publishedOf, settled, type Sought } from './reddit-find.ts'
import type { RedditOptions } from './reddit-options.ts'
import { asThing } from './reddit-place.ts'
import { commentedSchema, flairsSchema, fullName, requirementsSchema, submittedSchema } from './reddit-schemas.ts'

const askAgainAfterMs = 15_000
/** Reddit took the picture or the film, so nothing ever says that it will not appear; after so long it is said that nobody knows. */
const longestWork = 15 * 60_000

/** https://www.reddit.com/dev/api/#POST_api_submit (read on 2026-11-21). Reddit takes no key and no id of ours; an address stands once in a community. */
export function createRedditPublisher(options: RedditOptions): Publisher {
  return {
    publish: (session, draft, intent) => withRedditApi(options, session, (api) => (draft.replyTo === null ? submit(api, options, session, draft, intent) : answer(api, draft, draft.replyTo.remoteId))),
    findPublished: (session, draft, intent) => withRedditApi(options, session, (api) => findOwn(api, draft, intent)),
    listLast: (session, what) => withRedditApi(options, session, (api) => listLast(api, what)),
    resume: (session, draft, token, known = {}) => withRedditApi(options, session, (api) => lookForPicture(api, draft, { ...known, sentAt: Number(token) })),
    act: (session, target) => withRedditApi(options, session, (api) => actOnReddit(api, target)),
    edit: (session, target) => withRedditApi(options, session, (api) => editOnReddit(api, target)),
    setLiked: (session, target) => withRedditApi(options, session, (api) => voteOnReddit(api, target))
  }
}

/** A community keeps an address for itself for half a year; somebody else's cannot be asked for. */
const refusedAgainFor = 180 * 24 * 60 * 60_000

async function submit(api: RedditApi, { clock }: RedditOptions, session: AccountSession, draft: Draft, intent: SendIntent): Promise<NetworkResult<Published>> {
  const content = await contentOf(api, session, draft)
  if (!content.ok) return content
  const flair = await flairFor(api, draft.title)
  if (!flair.ok) return flair
  const sentAt = api.now()
  const created = await send(api, { sr: api.place.community, title: draft.title.trim(), ...(flair.value === null ? {} : { flair_id: flair.value }), sendreplies: true }, content.value)
  if (!created.ok) return isDuplicate(created.failure) ? afterSameWords(created, intent, sentAt, { find: (wanted) => findOwn(api, draft, wanted), waitForList: () => wait(clock, 2 * settled, session.signal), refusedAgainFor }) : created
  const name = nameOf(created.value)
  if (name !== undefined) return done({ remoteId: name, url: created.value.json.data?.url ?? null })
  // A picture or a film is named when Reddit has worked on it; words, addresses and galleries are named at once.
  if (draft.media.length > 0 && created.value.json.data !== undefined) return done(stillAtWork(sentAt))
  return failed('unknown_outcome', studioError('unexpected_answer', 'Reddit did not name what it took'))
}

type Common = Readonly<Record<'sr' | 'title', string>> & { readonly flair_id?: string; readonly sendreplies: boolean }
type Submitted = z.infer<typeof submittedSchema>

/** https://github.com/praw-dev/praw/blob/v8.0.0/praw/models/reddit/subreddit.py, `submit` (read on 2026-11-23): galleries go as JSON, everything else as a form. */
function send(api: RedditApi, common: Common, content: RedditContent): Promise<NetworkResult<Submitted>> {
  return content.kind === 'gallery'
    ? api.createOf('/api/submit_gallery_post.json', { ...common, ...content.fields, show_error_list: true, validate_on_submit: true }, submittedSchema)
    : api.create('/api/submit', { ...common, ...content.fields, resubmit: false }, submittedSchema)
}

/** A gallery has its full name as `id`; what is named later has none. */
function nameOf({ json: { data } }: Submitted): string | undefined {
  return data?.name ?? (fullName.safeParse(data?.id).success ? data?.id : undefined)
}

/** Some communities want a label with each post: its name stands in square brackets at the beginning of the title, or there is only one. */
async function flairFor(api: RedditApi, title: string): Promise<NetworkResult<string | null>> {
  const { community } = api.place
  if (community.startsWith('u_')) return done(null)
  const wanted = await api.get(`/api/v1/${community}/post_requirements`, {}, requirementsSchema)
  if (!wanted.ok) return wanted
  if (!wanted.value.is_flair_required) return done(null)
  const flairs = await api.get(`/r/${community}/api/link_flair_v2`, {}, flairsSchema)
  if (!flairs.ok) return flairs
  const named = /^\s*\[([^\]]+)\]/.exec(title)?.[1]?.trim().toLowerCase()
  const [only, ...others] = flairs.value
  const flair = flairs.value.find(({ text }) => text.trim().toLowerCase() === named) ?? (others.length === 0 ? only : undefined)
  return flair === undefined ? failed('rejected', studioError('rejected', 'the community wants a flair', { details: { reason: 'flair_needed' } })) : done(flair.id)
}

function stillAtWork(sentAt: number): Published {
  return { remoteId: 't3_0', url: null, pending: { token: String(sentAt), askAgainAfterMs } }
}

async function lookForPicture(api: RedditApi, draft: Draft, intent: Sought): Promise<NetworkResult<Published>> {
  const there = await findOwn(api, draft, intent)
  if (!there.ok) return there
  if (typeof there.value === 'object') return done(there.value)
  const { sentAt } = intent
  return api.now() - sentAt < longestWork ? done(stillAtWork(sentAt)) : failed('unknown_outcome', studioError('unexpected_answer', 'Reddit took the file and does not show it', { details: { reason: 'picture_lost' } }))
}

/** A comment below a post or a comment, or the next message of a private conversation. */
async function answer(api: RedditApi, draft: Draft, answered: string): Promise<NetworkResult<Published>> {
  if (draft.media.length > 0) return failed('rejected', studioError('rejected', 'an answer on Reddit holds words alone', { details: { reason: 'words_alone' } }))
  const thing = asThing(answered)
  if (!thing.ok) return thing
  const created = await api.create('/api/comment', { thing_id: thing.value, text: wordsOf(draft) }, commentedSchema)
  if (!created.ok) return created
  const [made] = created.value.json.data?.things ?? []
  return made === undefined ? failed('unknown_outcome', studioError('unexpected_answer', 'Reddit did not name what it took')) : done(publishedOf(made.data))
}
