import { z } from 'zod'
import { parseJson } from '../http/parse-json.ts'
import { htmlToText } from '../text/html-to-text.ts'
import { bounded, momentOf, nameOfFile, webAddress, wordsIn, type ReadArchived } from './archived-post.ts'

const words = z.string().catch('')
const media = z.object({ url: words, localFilePath: words, contentType: words, description: words }).partial()
const shown = z.object({
  content: words,
  author: z.object({ displayName: words }).partial().optional().catch(undefined),
  link: z.object({ title: words, url: words }).partial().optional().catch(undefined),
  album: z.object({ media: z.array(media).catch([]) }).partial().optional().catch(undefined),
  media: media.optional().catch(undefined)
}).partial()
const standardAcl = z.object({ circles: z.array(z.object({ type: words }).partial()).catch([]) }).partial()
/** As Google wrote it from 2018 to 2019; whatever else stands there is left alone. */
const postSchema = shown.extend({
  url: z.string(),
  creationTime: z.string(),
  resharedPost: shown.optional().catch(undefined),
  postAcl: z.object({ isPublic: z.boolean().catch(false), visibleToStandardAcl: standardAcl.optional().catch(undefined) }).partial().optional().catch(undefined)
})
type Shown = z.infer<typeof shown>

type Post = z.infer<typeof postSchema>

const mostMedia = 100

/** `Posts/20180805 - ….json` of a Google Takeout of Google+. */
export function readGooglePlusJson(text: string): ReadArchived {
  const json = parseJson(text)
  // Half a file, as from a disk that was full.
  if (json === undefined || json === null) return /"creationTime"|"postAcl"/.test(text) ? 'unreadable' : 'other'
  const post = postSchema.safeParse(json).data
  if (post === undefined || !isPost(post)) return 'other'
  const publishedAt = momentOf(post.creationTime)
  if (publishedAt === null) return 'unreadable'
  const [own, shared] = [wordsOf(post), wordsOf(post.resharedPost ?? {})]
  return { key: post.url, publishedAt, author: own.author, text: own.text, shared: { author: shared.author, text: shared.text }, link: own.link || shared.link, url: webAddress(post.url), isPublic: isPublic(post), media: mediaIn(post).slice(0, mostMedia) }
}

function wordsOf({ author, content, link }: Shown): { readonly author: string; readonly text: string; readonly link: string } {
  return { author: bounded(author?.displayName ?? '', 200), text: wordsIn(content ?? ''), link: webAddress(link?.url) }
}

function isPublic({ postAcl }: Post): boolean {
  return postAcl?.isPublic === true || (postAcl?.visibleToStandardAcl?.circles ?? []).some(({ type }) => type === 'CIRCLE_TYPE_PUBLIC')
}

/** Comments that the person left elsewhere, photographs and circles have an address and a time too. */
function isPost({ url, content, link, album, media: single, resharedPost, postAcl }: Post): boolean {
  return /\/posts\/[^/]+$/.test(url) && [content, link, album, single, resharedPost, postAcl].some((part) => part !== undefined)
}

/** What the client showed itself; what somebody else had shown belongs to them. */
function mediaIn({ album, media: single }: Shown): readonly { fileName: string; altText: string }[] {
  return [...(album?.media ?? []), ...(single === undefined ? [] : [single])].flatMap(({ url = '', localFilePath = '', description = '' }) => {
    const fileName = nameOfFile(localFilePath === '' ? url : localFilePath)
    return fileName === '' ? [] : [{ fileName, altText: bounded(htmlToText(description), 2000) }]
  })
}
