import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { ActTarget } from '../network-publisher.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { RedditApi } from './reddit-api.ts'
import { urlOf } from './reddit-place.ts'
import { listingSchema, readEach, redditItemSchema } from './reddit-schemas.ts'

const minutesOfDay = 1440
const longestNote = 300

/** Who moderates a community, each with what they may: https://www.reddit.com/dev/api/#GET_about_{where} (read on 2026-11-23); `mod_permissions` as https://github.com/praw-dev/praw/blob/v8.0.0/praw/models/reddit/subreddit.py has it. */
const moderatorsSchema = z.looseObject({ data: z.looseObject({ children: z.array(z.looseObject({ name: z.string(), mod_permissions: z.array(z.string()).catch([]) })) }) })

/**
 * Keeps the author of something from writing to those who moderate its community (`muted`), or out of the community (`banned`, in days; none: for good), and ends either, with the right `modcontributors`:
 * https://www.reddit.com/dev/api/#POST_api_friend and #POST_api_unfriend (read on 2026-11-23). What is so already is done, and another length takes the place of the one before
 * (https://github.com/Pyprohly/reddit-api-doc-notes/blob/master/docs/api-reference/moderation.rst). `note` is for the other moderators alone: the address of what was written. Reddit itself tells the person.
 */
export async function keepOutOfReddit(api: RedditApi, { act, thing, minutes }: Pick<ActTarget, 'minutes'> & { readonly act: 'mute' | 'unmute' | 'ban' | 'unban'; readonly thing: string }): Promise<NetworkResult<null>> {
  const read = await readAuthor(api, thing)
  if (!read.ok) return read
  const { name, community, url } = read.value
  const [place, type] = [`/r/${community}/api`, act === 'mute' || act === 'unmute' ? 'muted' : 'banned']
  if (act === 'unmute' || act === 'unban') return api.order(`${place}/unfriend`, { name, type })
  const note = url.slice(0, longestNote)
  return api.order(`${place}/friend`, { name, type, note, ...(act === 'ban' ? { ban_context: thing, duration: daysOf(minutes) } : {}) })
}

interface Author {
  readonly name: string
  readonly community: string
  /** Of what they wrote; its name where it has no address. */
  readonly url: string
}

async function readAuthor(api: RedditApi, thing: string): Promise<NetworkResult<Author>> {
  const found = await api.get('/api/info', { id: thing }, listingSchema)
  if (!found.ok) return found
  const [item] = readEach(found.value.data.children, redditItemSchema)
  const { author: name = null, subreddit: community, permalink } = item ?? {}
  if (community === undefined || name === null || name === '[deleted]') return failed('rejected', studioError('rejected', 'who wrote it, or where, is not told', { details: { reason: 'author_gone' } }))
  return name === api.place.userName ? failed('rejected', studioError('rejected', 'this account wrote it')) : done({ name, community, url: urlOf(permalink) ?? thing })
}

/** null: for good. */
function daysOf(minutes: number | null | undefined): number | null {
  return minutes === null || minutes === undefined ? null : Math.min(999, Math.max(1, Math.round(minutes / minutesOfDay)))
}

/** Whether the member may keep people out of a community that they moderate: that takes the permission `access`, and not each moderator has it. */
export async function mayKeepOut(api: RedditApi, community: string): Promise<NetworkResult<boolean>> {
  const { userName } = api.place
  const read = await api.get(`/r/${community}/about/moderators`, { user: userName }, moderatorsSchema)
  // What is refused, or not understood, is no permission, and keeps nothing back of what people write; what could not be asked is asked again.
  if (!read.ok) return read.failure.kind === 'rejected' || read.failure.kind === 'bug' ? done(false) : read
  const own = read.value.data.children.find(({ name }) => name === userName)
  return done(own?.mod_permissions.some((each) => each === 'all' || each === 'access') === true)
}
