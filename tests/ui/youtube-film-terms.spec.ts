import { expect, type Page } from '@playwright/test'
import { sniffedBytes } from '../../shared/media/sniff-media.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const api = 'https://youtube.googleapis.com'
const list = (items: readonly object[]): { status: number; json: object } => ({ status: 200, json: { kind: 'youtube#list', items } })

const textOf = (body: unknown): string => (typeof body === 'string' ? body : '')

interface Begun {
  readonly description: unknown
  readonly isQuiet: boolean
}

/** YouTube's own side: a login, categories and playlists, and what is sent to it. */
async function connect({ engine, web }: Studio, workspaceId: string): Promise<{ readonly accountId: string; readonly sent: Begun[]; readonly listed: unknown[] }> {
  const sent: Begun[] = []
  const listed: unknown[] = []
  web.set('https://oauth2.googleapis.com/token', ({ body }) => (typeof body === 'string' && body.includes('not-a-code') ? { status: 400, json: { error: 'invalid_grant' } } : { status: 200, json: { access_token: 'access-of-lea', refresh_token: 'refresh-of-lea', expires_in: 3600 } }))
  web.set(`${api}/youtube/v3/channels`, () => list([{ id: 'UCaaaaaaaaaaaaaaaaaaaaaa', snippet: { title: 'Tideline Books', customUrl: '@tideline', country: 'FR' } }]))
  web.set(`${api}/youtube/v3/videoCategories`, () => list([{ id: '27', snippet: { title: 'Education', assignable: true } }, { id: '19', snippet: { title: 'Travel & Events', assignable: true } }, { id: '99', snippet: { title: 'Something new', assignable: true } }]))
  web.set(`${api}/youtube/v3/playlists`, () => list([{ id: 'PLharbour', snippet: { title: 'The harbour' } }, { id: 'PLquay', snippet: { title: 'The quay' } }]))
  web.set(`${api}/youtube/v3/playlistItems`, ({ method, body }) => {
    if (method === 'GET') return list([])
    listed.push((JSON.parse(textOf(body)) as { snippet: unknown }).snippet)
    return { status: 200, json: { id: 'entry' } }
  })
  const place = `${api}/upload/youtube/v3/videos`
  web.set(place, ({ method, body, url }) => {
    if (method !== 'POST') return { status: 200, json: { id: 'abcdefghijk', snippet: { title: 'Low tide', description: '' }, status: { uploadStatus: 'processed', privacyStatus: 'unlisted' } } }
    sent.push({ description: JSON.parse(textOf(body)), isQuiet: url.includes('notifySubscribers=false') })
    return { status: 200, body: new Uint8Array(), headers: { location: `${place}?upload_id=1` } }
  })
  await engine.ask('ownApps.save', { workspaceId, networkId: 'youtube', scope: 'workspace', clientId: '4711', clientSecret: 'the-secret-of-the-app', redirectUri: '' })
  const loginId = engine.random.id()
  await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'youtube', serverUrl: 'youtube.com', redirectUri: 'http://127.0.0.1:40111/vigie' })
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return { accountId: completed.value.account.id, sent, listed }
}

async function addFilm({ engine }: Studio, workspaceId: string): Promise<string> {
  const bytes = await tinyMp4()
  const mediaId = engine.random.id()
  await engine.ask('media.beginFile', { workspaceId, mediaId, fileName: 'quay.mp4', bytes: bytes.byteLength, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) })
  await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes })
  await engine.ask('media.finishFile', { workspaceId, mediaId })
  return mediaId
}

const ofLanguage = {
  en: {
    ai: 'Realistic scenes made or changed with AI', kids: 'Is this video made for kids?', yes: 'Yes, it is made for kids', no: 'No, it is not made for kids', missing: 'Say whether the video is made for kids', means: 'turns off comments', page: 'What “made for kids” means', who: 'Who can see this video', everyone: 'Everyone', link: 'Whoever has the link',
    category: 'Category', education: 'Education', own: 'YouTube’s own choice', playlist: 'Playlist', notifies: 'Notify subscribers', onlyPublic: 'Only of videos that everyone can see', certify: 'you certify that the video complies', list: 'Into the playlist'
  },
  fr: {
    ai: 'Scènes réalistes créées ou modifiées avec l’IA', kids: 'Cette vidéo est-elle conçue pour les enfants\u202f?', yes: 'Oui, elle est conçue pour les enfants', no: 'Non, elle n’est pas conçue pour les enfants', missing: 'Dites si la vidéo est conçue pour les enfants', means: 'désactive les commentaires', page: 'Ce que veut dire', who: 'Qui peut voir cette vidéo', everyone: 'Tout le monde', link: 'Toute personne qui a le lien',
    category: 'Catégorie', education: 'Éducation', own: 'Au choix de YouTube', playlist: 'Playlist', notifies: 'Prévenir les abonnés', onlyPublic: 'Seulement pour les vidéos que tout le monde peut voir', certify: 'vous certifiez qu’elle respecte', list: 'Ajout à la playlist'
  }
} as const
type Words = (typeof ofLanguage)['en' | 'fr']

async function choose(page: Page, words: Words): Promise<void> {
  const stops = page.locator('section[data-stops]')
  // Nothing is answered beforehand.
  const kids = page.getByRole('group', { name: words.kids }).last()
  for (const name of [words.yes, words.no]) await expect(kids.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'false')
  await expect(stops).toContainText(words.missing)
  await expect(page.getByText(words.certify, { exact: false })).toBeVisible()
  await expectAccessible(page, 'what YouTube asks of a film')
  await kids.getByRole('button', { name: words.yes, exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.means, { exact: false })).toBeVisible()
  await expect(stops.filter({ hasText: words.missing })).toHaveCount(0)
  await kids.getByRole('button', { name: words.no, exact: true }).click()
  await expect(page.getByRole('combobox', { name: words.who })).toContainText(words.everyone)
  await expect(page.getByRole('checkbox', { name: new RegExp(`^${words.notifies}`) })).toBeChecked()
  await page.getByRole('combobox', { name: words.who }).click()
  await page.getByRole('option', { name: words.link }).click()
  await expect(page.getByRole('checkbox', { name: new RegExp(`^${words.notifies}`) })).toBeDisabled()
  await expect(page.getByText(words.onlyPublic)).toBeVisible()
  await expect(page.getByRole('combobox', { name: words.category })).toContainText(words.own)
  await page.getByRole('combobox', { name: words.category }).click()
  // In the studio's language; one that nobody knows as YouTube calls it.
  await expect(page.getByRole('option', { name: 'Something new' })).toBeVisible()
  await page.getByRole('option', { name: words.education, exact: true }).click()
  await page.getByRole('combobox', { name: words.playlist }).click()
  await page.getByRole('option', { name: 'The quay' }).click()
  await page.getByRole('switch', { name: words.ai }).click()
}

for (const language of ['en', 'fr'] as const) {
  test(`a film goes to YouTube as the person answered, and into its playlist (${language})`, async ({ studio, page }) => {
    const words = ofLanguage[language]
    const { engine } = studio
    await engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId } = await fillClient(studio, language)
    await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
    const { accountId, sent, listed } = await connect(studio, workspaceId)
    const mediaId = await addFilm(studio, workspaceId)
    const postId = engine.random.id()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('Low tide #quay'), targets: [{ accountId, variant: null }], media: [{ mediaId, altText: 'The quay' }] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await expect(page.getByText(words.kids).first()).toBeVisible()
    await page.screenshot({ path: test.info().outputPath(`film-open-${language}.png`) })
    await choose(page, words)
    await page.getByRole('button', { name: new RegExp(words.page) }).click()
    await expect.poll(() => studio.opened).toContain('https://support.google.com/youtube/answer/9528076')
    await page.getByText(words.certify, { exact: false }).scrollIntoViewIfNeeded()
    await page.screenshot({ path: test.info().outputPath(`film-chosen-${language}.png`) })
    await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' })
    await page.screenshot({ path: test.info().outputPath(`film-chosen-${language}-other.png`) })
    const read = () => engine.ask('posts.read', { workspaceId, postId })
    await expect.poll(async () => (await read()).post.targets[0]?.terms).toEqual({
      audience: 'with_link', allows: [], discloses: null, film: { madeForKids: false, category: { id: '27', name: 'Education' }, playlist: { id: 'PLquay', name: 'The quay' }, notifies: true }, isMadeWithAi: true
    })

    await engine.ask('posts.schedule', { workspaceId, postId, revision: (await read()).post.revision, when: { kind: 'now' } })
    for (let times = 0; times < 30 && (await read()).covers?.[0]?.state !== 'published'; times += 1) await studio.advance(5000)
    expect(sent).toEqual([{ isQuiet: false, description: expect.objectContaining({ snippet: expect.objectContaining({ categoryId: '27' }), status: { privacyStatus: 'unlisted', selfDeclaredMadeForKids: false, containsSyntheticMedia: true } }) }])
    expect(listed).toEqual([{ playlistId: 'PLquay', resourceId: { kind: 'youtube#video', videoId: 'abcdefghijk' } }])
    await expect(page.getByText(words.list, { exact: true })).toBeVisible()
    await page.screenshot({ path: test.info().outputPath(`film-out-${language}.png`) })
    await expectAccessible(page, 'a film that is out, and its playlist')
  })
}
