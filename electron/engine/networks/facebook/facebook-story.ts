import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { KeptIds } from '../kept-ids.ts'
import { endsUnseen, graphListSchema, nextPageOf, optional } from '../meta/graph-lists.ts'
import { timeOf } from '../meta/graph-values.ts'
import { untoldSkew } from '../server-clock.ts'
import type { Published, SendIntent, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import type { FacebookApi } from './facebook-api.ts'
import { uploadPhotos } from './facebook-media.ts'
import { facebookId } from './facebook-schemas.ts'
import { handOverUpright } from './facebook-upright-upload.ts'

const id = z.coerce.string().pipe(facebookId)
const publishedSchema = z.looseObject({ success: z.literal(true), post_id: optional(id) })

/** What is known of stories as long as the program runs: the file of each, and those whose bytes are on their way. */
export interface Stories {
  readonly stories: KeptIds
  readonly uploads: KeptIds
}

/**
 * https://developers.facebook.com/docs/page-stories-api (read on 2026-11-21): the picture or video lies there first, and one call makes it a story. That call takes no words; the list of
 * stories names the file of each, so one whose end nobody saw is told by its own file.
 */
export async function publishStory(api: FacebookApi, { stories, uploads }: Stories, session: AccountSession, draft: Draft, intent: SendIntent, now: number): Promise<NetworkResult<Published>> {
  const [file, ...others] = draft.media
  const pageId = session.account.remoteId
  if (file === undefined || others.length > 0) return failed('rejected', studioError('rejected', 'a story is one picture or one video', { details: { reason: 'format' } }))
  const ready = isVideo(file) ? await handOverUpright(api, uploads, intent.idempotencyKey, `/${pageId}/video_stories`, file, session.onUploaded) : mapValue(await uploadPhotos(api, pageId, [{ ...file, altText: '' }], false), ([photo = '']) => photo)
  if (!ready.ok) return ready
  stories.note(intent.idempotencyKey, ready.value)
  intent.keepBegun?.(ready.value)
  const made = await (isVideo(file) ? api.create(`/${pageId}/video_stories`, { upload_phase: 'FINISH', video_id: ready.value }, publishedSchema) : api.create(`/${pageId}/photo_stories`, { photo_id: ready.value }, publishedSchema))
  if (made.ok) return done({ remoteId: made.value.post_id ?? ready.value, url: null })
  if (made.failure.kind !== 'rejected') return made
  // Delivered twice on the way, the first of the two did it.
  const there = await findStory(api, session, draft, { ...intent, sentAt: now }, { known: ready.value, now })
  if (!there.ok) return failed('unknown_outcome', made.failure.error)
  return typeof there.value === 'object' ? done(there.value) : made
}

const storySchema = z.looseObject({ post_id: id, media_id: optional(id), media_type: optional(z.string()), creation_time: optional(z.union([z.string(), z.number()])), url: optional(z.string()) })
const pageSize = 100
const mostPages = 5
const settled = 60_000
/** Stories are listed as long as they stand, a day: near its end nothing can be told from their absence. */
const listedFor = 23 * 3_600_000

type LookedFor = Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>

interface Known {
  /** Its picture's or video's number there; undefined: not known any more. */
  readonly known: string | undefined
  readonly now: number
}

/** Without the number of its file, a story of the same kind and time may be one that the person made on a telephone: then nobody can tell. */
export async function findStory(api: FacebookApi, { account }: AccountSession, draft: Draft, intent: LookedFor, { known, now }: Known): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const { sentAt, since, isAnothers } = intent
  const from = (since ?? sentAt) - untoldSkew
  const kind = draft.media.some(isVideo) ? 'video' : 'photo'
  const listed = await listStories(api, account.remoteId, from)
  if (!listed.ok) return listed
  const { stories, isWhole } = listed.value
  const found = known === undefined ? undefined : stories.find(({ media_id }) => media_id === known)
  if (found !== undefined) return done({ remoteId: found.post_id, url: found.url ?? null })
  const isAlike = stories.some((story) => mayBeIt(story, kind, from) && isAnothers?.(story.post_id) !== true && (known === undefined || story.media_id === undefined))
  const age = now - sentAt
  return done(isAlike || !isWhole || age < settled || age > listedFor ? 'cannot_tell' : 'none')
}

type Story = z.infer<typeof storySchema>

async function listStories(api: FacebookApi, pageId: string, from: number): Promise<NetworkResult<{ readonly stories: readonly Story[]; readonly isWhole: boolean }>> {
  const stories: Story[] = []
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const listed = await api.get(`/${pageId}/stories`, { fields: 'post_id,status,creation_time,media_type,media_id,url', since: Math.floor(from / 1000), limit: pageSize, after }, graphListSchema)
    if (!listed.ok) return listed
    const read = z.array(storySchema).safeParse(listed.value.data)
    // A list that is not understood must not pass for an empty one: that would say "not there, send again".
    if (!read.success) return failed('bug', studioError('unexpected_answer', 'the list of stories has another shape'))
    stories.push(...read.data)
    after = nextPageOf(listed.value)
    if (after === null) return done({ stories, isWhole: !endsUnseen(listed.value) })
  }
  return done({ stories, isWhole: false })
}

function mayBeIt({ media_type, creation_time }: Story, kind: 'photo' | 'video', from: number): boolean {
  const seconds = Number(creation_time)
  const at = Number.isFinite(seconds) ? seconds * 1000 : timeOf(String(creation_time))
  return (media_type === undefined || media_type.toLowerCase() === kind) && (at === null || at >= from)
}
