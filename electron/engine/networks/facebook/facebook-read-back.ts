import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import type { ReadBack } from '../network-reading.ts'
import { done } from '../network-results.ts'
import { asFacebookId, withFacebookApi } from './facebook-api.ts'
import { postFields } from './facebook-find.ts'
import { mediaCountOf } from './facebook-mapping.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { facebookPostSchema } from './facebook-schemas.ts'

/** The Graph tells neither what is said of pictures nor, for sure, what stands on a card. */
export function createFacebookReadBack(options: FacebookOptions): ReadBack {
  return (session, remoteId) =>
    withFacebookApi<PostThere | 'gone'>(options, session, async (api) => {
      const id = asFacebookId(remoteId)
      if (!id.ok) return id
      const read = await api.get(`/${id.value}`, { fields: postFields }, facebookPostSchema)
      if (!read.ok) return isNotFound(read.failure) ? done('gone') : read
      return done({ text: read.value.message ?? '', media: Array.from({ length: mediaCountOf(read.value) }, () => ({ kind: 'other' as const })) })
    })
}
