import type { ReadBack } from '../network-reading.ts'
import { done, isNotThere } from '../network-results.ts'
import { asXId, openXApi } from './x-api.ts'
import { textOf } from './x-mapping.ts'
import type { XOptions } from './x-options.ts'
import { postFields, xOneSchema } from './x-schemas.ts'

/** One reading of one's own, paid for as its figures are. What is said of pictures comes with an expansion, which is paid for again: it is left out. */
export function createXReadBack(options: XOptions): ReadBack {
  return async (session, remoteId) => {
    const id = asXId(remoteId)
    const api = openXApi(options, session)
    if (!id.ok) return id
    if (!api.ok) return api
    const read = await api.value.get(`/2/tweets/${id.value}`, { 'post.fields': postFields }, xOneSchema)
    if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
    const { data } = read.value
    if (data === undefined) return done('gone')
    return done({ text: textOf(data), media: (data.attachments?.media_keys ?? []).map(() => ({ kind: 'other' as const })) })
  }
}
