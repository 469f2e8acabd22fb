import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { documentToMarkdown } from '../../../../shared/text/document-to-markdown.ts'
import { formOfMarkdown, isSameMarkdown } from '../markdown-form.ts'
import { formattedThere, goneThere, type EditTarget } from '../network-edit.ts'
import type { ReadBack } from '../network-reading.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { withRedditApi, type RedditApi } from './reddit-api.ts'
import { wordsOf } from './reddit-draft.ts'
import type { RedditOptions } from './reddit-options.ts'
import { asThing } from './reddit-place.ts'
import { listingSchema, readEach } from './reddit-schemas.ts'

/** https://github.com/reddit-archive/reddit/wiki/JSON (read on 2026-11-22). What was deleted still answers, as nobody's. */
const shownSchema = z.looseObject({
  kind: z.string(),
  data: z.looseObject({ name: z.string(), title: z.string().optional(), selftext: z.string().optional(), url: z.string().optional(), is_self: z.boolean().optional(), crosspost_parent: z.string().optional(), author: z.string().nullish().catch(null), removed_by_category: z.string().nullish().catch(null) })
})
type Shown = z.infer<typeof shownSchema>['data']

/**
 * https://www.reddit.com/dev/api/#POST_api_editusertext (read on 2026-11-22): the words of a post of words. A picture's and a link's post has none, and no call changes a title. What somebody
 * formatted there is left alone.
 */
export async function editOnReddit(api: RedditApi, { remoteId, document, was }: Pick<EditTarget, 'remoteId' | 'document' | 'was'>): Promise<NetworkResult<null>> {
  const shown = await readShown(api, remoteId)
  if (!shown.ok) return shown
  if (shown.value === 'gone') return failed('rejected', goneThere)
  const { name, selftext, is_self: isWords, crosspost_parent: passedOn } = shown.value
  if (isWords !== true || selftext === undefined || passedOn !== undefined) return failed('rejected', studioError('rejected', 'the words of a post with a picture, a film or a link are not changed', { details: { reason: 'no_words_there' } }))
  const text = wordsOf({ document })
  if (isSameMarkdown(selftext, text)) return done(null)
  if (formOfMarkdown(selftext, was?.document ?? document) === 'other') return failed('rejected', formattedThere)
  return api.order('/api/editusertext', { thing_id: name, text })
}

/** As it is kept, which is Markdown. */
export function createRedditReadBack(options: RedditOptions): ReadBack {
  return (session, remoteId, { document, media }) =>
    withRedditApi<PostThere | 'gone'>(options, session, async (api) => {
      const shown = await readShown(api, remoteId)
      if (!shown.ok) return shown
      if (shown.value === 'gone') return done('gone')
      return thereOf(shown.value, document, media.length > 0)
    })
}

/** Of a link the address is all; below a picture or a film stand only the words that are told: never those that are asked about, which would pass for written. */
function thereOf({ title, selftext, url = '', is_self: isWords, crosspost_parent: passedOn }: Shown, document: EditTarget['document'], hasMedia: boolean): NetworkResult<PostThere> {
  const named = title === undefined ? {} : { title }
  // The words are the other one's.
  if (passedOn !== undefined) return done({ ...named, text: '' })
  if (isWords !== true && !hasMedia) return done({ ...named, text: url })
  if (isWords !== true && (selftext ?? '') === '') return done({ ...named, text: '' })
  if (selftext === undefined) return failed('bug', studioError('unexpected_answer', 'Reddit does not tell the words of the post'))
  const textAsSent = documentToMarkdown(document)
  return done({ ...named, text: isSameMarkdown(selftext, textAsSent) ? textAsSent : selftext, textAsSent, form: formOfMarkdown(selftext, document), ...(isWords === true ? { media: [] } : {}) })
}

async function readShown(api: RedditApi, remoteId: string): Promise<NetworkResult<Shown | 'gone'>> {
  const thing = asThing(remoteId)
  if (!thing.ok) return thing
  const read = await api.get('/api/info', { id: thing.value }, listingSchema)
  if (!read.ok) return read
  const [shown] = readEach(read.value.data.children, shownSchema)
  if (shown === undefined && read.value.data.children.length > 0) return failed('bug', studioError('unexpected_answer', 'Reddit shows the post in another shape'))
  return done(shown === undefined || shown.author === '[deleted]' || (shown.removed_by_category ?? null) !== null ? 'gone' : shown)
}
