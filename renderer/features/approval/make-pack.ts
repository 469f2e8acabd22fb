import i18n, { t, type TFunction } from 'i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { isByHand } from '../../../shared/networks/is-by-hand.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { fileIdsOf, mediaOf } from '../../../shared/posts/post-parts.ts'
import type { Post } from '../../../shared/posts/post.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { saveAsFile } from '../../bridge/save-as-file.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import type { Language } from '../../language/languages.ts'
import { networkNamesIn } from '../../language/use-network-names.ts'
import { formatsFor } from '../../language/use-formats.ts'
import { zoneName } from '../../language/zone-name.ts'
import { drawPreviews, type DrawnPreview } from './draw-previews.tsx'
import { gatherStyles } from './gather-styles.ts'
import { writePackPage, type PackPost, type PackWords } from './pack-page.ts'

/** A page that can be answered in a browser, or paper. */
export type PackForm = 'page' | 'pdf'

export interface PackWish {
  readonly workspace: Workspace
  /** The client's, whatever the studio speaks. */
  readonly language: Language
  readonly form: PackForm
  readonly postIds: readonly string[]
  readonly accounts: readonly Account[]
}

/** Makes the pack of these posts and hands it to the system's dialog. Only once it lies somewhere does the client count as asked. */
export async function savePack(wish: PackWish): Promise<void> {
  const { workspace, language, form } = wish
  const packId = newId()
  const made = await studio.request('approvalPack.make', { workspaceId: workspace.id, packId, postIds: [...wish.postIds] })
  if (!made.ok) return showFailure(made.error, workspace.id)
  const page = await writePage(packId, wish, made.value)
  const file = form === 'page' ? new Blob([page], { type: 'text/html' }) : await printed(page, workspace.id)
  if (file === null) return
  const outcome = await saveAsFile(file, `vigie-${language === 'fr' ? 'validation' : 'approval'}${plainName(workspace.name)}.${form === 'page' ? 'html' : 'pdf'}`)
  if (outcome === 'cancelled') return
  if (outcome === 'failed') return void showToast({ kind: 'danger', title: t('approval:notSaved'), detail: t('approval:notSavedText'), workspaceId: workspace.id })
  const noted = await studio.request('approvalPack.sent', { workspaceId: workspace.id, packId })
  if (!noted.ok) return showFailure(noted.error, workspace.id)
  showToast({ kind: 'success', title: t('approval:saved', { count: made.value.posts.length }), detail: t('approval:savedText'), workspaceId: workspace.id })
}

async function printed(page: string, workspaceId: string): Promise<Blob | null> {
  const answer = await studio.request('approvalPack.print', { page })
  if (answer.ok) return new Blob([Uint8Array.from(answer.value.pdf)], { type: 'application/pdf' })
  showFailure(answer.error, workspaceId)
  return null
}

interface MadePack {
  readonly posts: readonly { readonly postId: string; readonly contentHash: string }[]
  readonly pictures: readonly { readonly mediaId: string; readonly mediaType: string; readonly bytes: Uint8Array }[]
}

async function writePage(packId: string, { workspace, language, form, accounts }: PackWish, made: MadePack): Promise<string> {
  const { id: workspaceId, colour, name, timeZone } = workspace
  const pictures = new Map(made.pictures.map(({ mediaId, mediaType, bytes }) => [mediaId, `data:${mediaType};base64,${base64(bytes)}`]))
  const read = await Promise.all(made.posts.map(({ postId }) => studio.request('posts.read', { workspaceId, postId })))
  const posts = read.flatMap((answer) => (answer.ok ? [answer.value.post] : []))
  const media = await itemsOf(workspaceId, posts)
  const drawn: { readonly post: Post; readonly previews: readonly DrawnPreview[] }[] = []
  for (const post of posts) {
    const at = dueAt(post)
    const day = at === null ? null : formatsFor(language).day(at, timeZone)
    drawn.push({ post, previews: await drawPreviews(post, { workspaceId, colour, language, accounts, media, pictures, day }) })
  }
  const styles = gatherStyles(drawn.flatMap(({ previews }) => previews.map(({ element }) => element)))
  const packed = drawn.map(({ post, previews }) =>
    postOfPack(post, { language, previews, contentHash: made.posts.find(({ postId }) => postId === post.id)?.contentHash ?? '', when: whenIn(post, language, timeZone), pictures, media })
  )
  return writePackPage({ packId, language, posts: packed, styles, words: wordsIn(i18n.getFixedT(language, 'approval'), name, form) })
}

async function itemsOf(workspaceId: string, posts: readonly Post[]): Promise<readonly MediaItem[]> {
  const media: MediaItem[] = []
  for (const post of posts) {
    const mediaIds = [...fileIdsOf(post)]
    const answer = mediaIds.length === 0 ? null : await studio.request('media.list', { workspaceId, mediaIds })
    if (answer?.ok === true) media.push(...answer.value.media)
  }
  return media
}

function dueAt({ schedule, plan }: Post): number | null {
  return schedule?.dueAt ?? plan?.at ?? null
}

function whenIn(post: Post, language: Language, timeZone: string): string {
  const at = dueAt(post)
  const formats = formatsFor(language)
  if (at === null) return ''
  return i18n.getFixedT(language, 'approval')('page.when', { day: formats.longDay(at, timeZone), time: formats.time(at, timeZone), city: zoneName(timeZone) })
}

interface PostParts {
  readonly language: Language
  readonly previews: readonly DrawnPreview[]
  readonly contentHash: string
  readonly when: string
  readonly pictures: ReadonlyMap<string, string>
  readonly media: readonly MediaItem[]
}

function postOfPack(post: Post, { language, previews, contentHash, when, pictures, media }: PostParts): PackPost {
  const shown = [...new Map(mediaOf(post).map((one) => [one.mediaId, one])).values()]
  return {
    postId: post.id,
    contentHash,
    when,
    previews: previews.map(({ account, element }) => ({ account: nameOf(account, language), markup: element.outerHTML })),
    plain: previews.length > 0 ? null : { text: documentToText(post.document), pictures: shown.flatMap(({ mediaId, altText }) => (pictures.has(mediaId) ? [{ address: pictures.get(mediaId) ?? '', altText }] : [])) },
    altTexts: [...new Set(shown.map(({ altText }) => altText).filter((text) => text !== ''))],
    subtitles: subtitlesOf(post, media, language)
  }
}

/** Each film once with the languages of its subtitles, wherever the post has it. */
function subtitlesOf(post: Post, media: readonly MediaItem[], language: Language): readonly string[] {
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const say = i18n.getFixedT(language, 'approval')
  const lines = mediaOf(post).flatMap(({ mediaId, captions = [] }) => (captions.length === 0 ? [] : [say('page.subtitles', { film: media.find(({ id }) => id === mediaId)?.fileName ?? '', languages: captions.map((one) => names.of(one.language) ?? one.language).join(', ') })]))
  return [...new Set(lines)]
}

/** A network where the person publishes has the name that the person gave it. */
function nameOf({ networkId, handle, displayName }: Account, language: Language): string {
  if (isByHand(networkId)) return `${displayName} · ${handle}`
  return `${networkNamesIn(i18n.getFixedT(language, 'networks')).name(networkId)} · ${handle}`
}

function wordsIn(say: TFunction<'approval'>, client: string, form: PackForm): PackWords {
  return {
    title: say('page.title', { client }), intro: say(form === 'page' ? 'page.intro' : 'page.introPaper'), post: say('page.post'), noDay: say('page.noDay'), yes: say('page.yes'), no: say('page.no'),
    comment: say('page.comment'), name: say('page.name'), save: say('page.save'), orCopy: say('page.orCopy'), missing: { name: say('page.missing.name'), answer: say('page.missing.answer'), word: say('page.missing.word') }, altText: say('page.altText'), answerFile: say('page.answerFile')
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
