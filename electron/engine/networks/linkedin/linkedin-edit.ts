import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { goneThere, type EditTarget } from '../network-edit.ts'
import type { ReadBack } from '../network-reading.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, isNotThere } from '../network-results.ts'
import { withLinkedinApi, type LinkedinApi } from './linkedin-api.ts'
import { isDocument } from './linkedin-find.ts'
import type { LinkedinOptions } from './linkedin-options.ts'
import { linkedinPostSchema, type LinkedinPost } from './linkedin-schemas.ts'
import { encodeUrn, readLinkedinUrn } from './linkedin-urn.ts'
import { fromLittleText, toLittleText } from './little-text.ts'

const noPost = studioError('rejected', 'comments of LinkedIn are no posts')

/** https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api, “Update posts” (read on 2026-11-22): of what is out, the words alone can be another. */
export async function editOnLinkedin(api: LinkedinApi, { remoteId, text }: Pick<EditTarget, 'remoteId' | 'text'>): Promise<NetworkResult<null>> {
  const place = readLinkedinUrn(remoteId)
  if (!place.ok) return place
  if (place.value !== null) return failed('rejected', noPost)
  const edited = await api.patch(`/rest/posts/${encodeUrn(remoteId)}`, { commentary: toLittleText(text) })
  return !edited.ok && isNotThere(edited.failure) ? failed('rejected', goneThere) : edited
}

/** The same page, “Get posts by URN”: a page's posts alone; what members wrote is told to nobody. */
export function createLinkedinReadBack(options: LinkedinOptions): ReadBack {
  return (session, remoteId) =>
    withLinkedinApi<PostThere | 'gone'>(options, session, async (api) => {
      const place = readLinkedinUrn(remoteId)
      if (!place.ok) return place
      if (place.value !== null) return failed('rejected', noPost)
      const read = await api.get(`/rest/posts/${encodeUrn(remoteId)}`, { viewContext: 'AUTHOR' }, linkedinPostSchema)
      if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
      return done(thereOf(read.value))
    })
}

/** How many pages a document has is not told. */
function thereOf(post: LinkedinPost): PostThere {
  const { id, title } = post.content?.media ?? {}
  if (id !== undefined && isDocument(id)) return { text: wordsOf(post), ...(title === undefined ? {} : { title }) }
  return { text: wordsOf(post), media: mediaOf(post) }
}

/** A poll's question was sent as the last paragraph. */
function wordsOf({ commentary = '', content }: LinkedinPost): string {
  return [fromLittleText(commentary), content?.poll?.question ?? ''].filter((part) => part !== '').join('\n\n')
}

function mediaOf({ content }: LinkedinPost): NonNullable<PostThere['media']> {
  const { media, multiImage } = content ?? {}
  if (multiImage?.images !== undefined) return multiImage.images.map(() => ({ kind: 'picture' }))
  return media === undefined ? [] : [{ kind: media.id?.startsWith('urn:li:video:') === true ? 'video' : 'picture' }]
}
