import { studioError } from '../../../../shared/errors/studio-error.ts'
import { goneThere, formattedThere, type EditTarget } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import { failed, isNotThere, mapValue } from '../network-results.ts'
import { documentToBlocks } from './document-to-blocks.ts'
import type { WordpressApi } from './wordpress-api.ts'
import { postSchema, type WordpressPost } from './wordpress-schemas.ts'
import { formOf, splitContent } from './words-in-content.ts'

/**
 * Title and words: https://developer.wordpress.org/rest-api/reference/posts/#update-a-post (read on 2026-11-22). The content is one text, pictures and all: what stands below the words is read
 * and written again as it is. Words that somebody formatted there are left alone, since nobody here has seen that form.
 */
export async function editArticle(api: WordpressApi, { remoteId, title, document, was }: EditTarget): Promise<NetworkResult<null>> {
  const [, id] = /^post:(\d+)$/.exec(remoteId) ?? []
  if (id === undefined) return failed('rejected', studioError('rejected', 'this is no article'))
  const path = `/wp/v2/posts/${id}`
  const rest = orGone(mapValue(await api.get(path, { context: 'edit' }, postSchema), (post) => (post.status === 'trash' ? 'gone' : restOf(post, document, was))))
  if (!rest.ok) return rest
  if (rest.value === 'gone') return failed('rejected', goneThere)
  if (rest.value === null) return failed('rejected', formattedThere)
  const content = [documentToBlocks(document, []), rest.value.below].filter((part) => part !== '').join('\n\n')
  return orGone(mapValue(await api.post(path, { title, content }, postSchema, 'visible'), () => null))
}

function orGone<Value>(result: NetworkResult<Value>): NetworkResult<Value> {
  return !result.ok && isNotThere(result.failure) ? failed('rejected', goneThere) : result
}

/** What stands below the words; null: they have a form that would be lost. */
function restOf({ content }: WordpressPost, wanted: EditTarget['document'], was: EditTarget['was']): { readonly below: string } | null {
  const raw = content?.raw
  const split = raw === undefined ? null : splitContent(raw)
  return raw === undefined || split === null || !mayReplace(raw, wanted, was) ? null : { below: split.rest }
}

/** They stand there as they were sent, as they are to stand, or without any form that could be lost. */
function mayReplace(raw: string, wanted: EditTarget['document'], was: EditTarget['was']): boolean {
  return (was !== null && formOf(raw, was.document) !== 'other') || formOf(raw, wanted) !== 'other'
}
