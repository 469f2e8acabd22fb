import type { ReadBack } from '../network-reading.ts'
import { done } from '../network-results.ts'
import { asXId, openXApi } from './x-api.ts'
import { publishedOf, textOf } from './x-mapping.ts'
import { readNewest } from './x-newest.ts'
import type { XOptions } from './x-options.ts'
import { postFields } from './x-schemas.ts'
import { isSameBesideAddresses } from './x-words.ts'

/** One reading of one's own, paid for as its figures are; another one where it was changed there since. What is said of pictures comes with an expansion, which is paid for again: it is left out. */
export function createXReadBack(options: XOptions): ReadBack {
  return async (session, remoteId, { text: sent }) => {
    const id = asXId(remoteId)
    const api = openXApi(options, session)
    if (!id.ok) return id
    if (!api.ok) return api
    const read = await readNewest(api.value, id.value, postFields)
    if (!read.ok) return read
    if (read.value === 'gone') return done('gone')
    const { post } = read.value
    const text = textOf(post)
    return done({
      // X writes addresses in its own way, which is no change by anybody.
      text: isSameBesideAddresses(text, sent) ? sent : text,
      media: (post.attachments?.media_keys ?? []).map(() => ({ kind: 'other' as const })),
      ...(post.id === id.value ? {} : { nowAs: publishedOf(post.id) })
    })
  }
}
