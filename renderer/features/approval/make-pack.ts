import i18n, { t, type TFunction } from 'i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { mediaIdsOf, partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { formatsFor } from '../../language/use-formats.ts'
import { writePackPage, type PackPost, type PackWords } from './pack-page.ts'

export type PackLanguage = 'en' | 'fr'

export interface PackWish {
  readonly workspaceId: string
  readonly client: string
  readonly timeZone: string
  /** The client's, whatever the studio speaks. */
  readonly language: PackLanguage
  readonly postIds: readonly string[]
  readonly accounts: readonly Account[]
}

/** Makes the pack of these posts and saves it where the user's downloads go; true when it was saved. */
export async function savePack({ workspaceId, client, timeZone, language, postIds, accounts }: PackWish): Promise<boolean> {
  const packId = newId()
  const made = await studio.request('approvalPack.make', { workspaceId, packId, postIds: [...postIds] })
  if (!made.ok) {
    showFailure(made.error, workspaceId)
    return false
  }
  const pictures = new Map(made.value.pictures.map(({ mediaId, mediaType, bytes }) => [mediaId, `data:${mediaType};base64,${base64(bytes)}`]))
  const posts: PackPost[] = []
  for (const { postId, contentHash } of made.value.posts) {
    const read = await studio.request('posts.read', { workspaceId, postId })
    if (read.ok) posts.push(postOfPack({ post: read.value.post, contentHash, accounts, pictures, timeZone, language }))
  }
  const page = await writePackPage({ packId, language, posts, words: wordsIn(i18n.getFixedT(language, 'approval'), client) })
  download(page, 'text/html', `vigie-${language === 'fr' ? 'validation' : 'approval'}${plainName(client)}.html`)
  showToast({ kind: 'success', title: t('approval:saved', { count: posts.length }), detail: t('approval:savedText'), workspaceId })
  return true
}

interface PostOfPack {
  readonly post: RequestOutput<'posts.read'>['post']
  readonly contentHash: string
  readonly accounts: readonly Account[]
  readonly pictures: ReadonlyMap<string, string>
  readonly timeZone: string
  readonly language: PackLanguage
}

function postOfPack({ post, contentHash, accounts, pictures, timeZone, language }: PostOfPack): PackPost {
  const at = post.schedule?.dueAt ?? post.plan?.at ?? null
  const altTexts = new Map([post.media, ...(post.moreParts ?? []).map((part) => part.media)].flat().map(({ mediaId, altText }) => [mediaId, altText]))
  return {
    postId: post.id,
    contentHash,
    when: at === null ? '' : `${formatsFor(language).dayAndTime(at, timeZone)} (${timeZone})`,
    texts: textsOf(post, accounts),
    pictures: mediaIdsOf(post).flatMap((mediaId) => {
      const address = pictures.get(mediaId)
      return address === undefined ? [] : [{ address, altText: altTexts.get(mediaId) ?? '' }]
    })
  }
}

/** Accounts that say the same stand together. */
function textsOf(content: PostContent, accounts: readonly Account[]): PackPost['texts'] {
  const byText = new Map<string, string[]>()
  for (const { accountId } of content.targets) {
    const account = accounts.find(({ id }) => id === accountId)
    if (account === undefined) continue
    const { name, hasTitle } = capabilitiesOf(account.networkId)
    const parts = partsFor(content, account, capabilitiesOf(account.networkId)).map(({ document }) => documentToText(document))
    const text = [...(hasTitle && content.title !== '' ? [content.title] : []), ...parts].join('\n\n')
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${account.handle}`])
  }
  if (byText.size === 0) return [{ accounts: '', text: documentToText(content.document) }]
  return [...byText].map(([text, names]) => ({ accounts: names.join(', '), text }))
}

function wordsIn(say: TFunction<'approval'>, client: string): PackWords {
  return {
    title: say('page.title', { client }), intro: say('page.intro'), post: say('page.post'), noDay: say('page.noDay'), yes: say('page.yes'), no: say('page.no'),
    comment: say('page.comment'), name: say('page.name'), save: say('page.save'), orCopy: say('page.orCopy'), missing: say('page.missing')
  }
}

/** Of each client another file: `-le-comptoir-des-marees`. */
function plainName(client: string): string {
  const plain = client.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60)
  return plain === '' ? '' : `-${plain}`
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000))
  return btoa(text)
}

function download(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
