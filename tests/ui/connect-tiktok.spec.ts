import { expect, type Page } from '@playwright/test'
import { sniffedBytes } from '../../shared/media/sniff-media.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const secret = 'the-secret-of-the-app'
const api = 'https://open.tiktokapis.com'
const said = (data: object): object => ({ data, error: { code: 'ok', message: '', log_id: '1' } })

/** TikTok's own side of a login; a wrong secret is refused as a success whose words say no. */
function raiseTiktok({ web }: Studio): void {
  web.set(`${api}/v2/oauth/token/`, ({ body }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    if (form.get('client_secret') !== secret || form.get('client_key') !== 'aw4711') return { status: 200, json: { error: 'invalid_client', error_description: 'Client key or secret is incorrect.', log_id: '1' } }
    if (form.get('code') !== 'the-code') return { status: 200, json: { error: 'invalid_grant', error_description: 'Authorization code is expired.', log_id: '1' } }
    return { status: 200, json: { access_token: 'access-of-lea', refresh_token: 'refresh-of-lea', expires_in: 7200, refresh_expires_in: 15_552_000, open_id: 'open-1', scope: 'user.info.basic,user.info.stats,video.upload,video.list', token_type: 'Bearer' } }
  })
  web.set(`${api}/v2/user/info/`, () => ({ status: 200, json: said({ user: { open_id: 'open-1', display_name: 'Tideline' } }) }))
}

async function logIn(studio: Studio, workspaceId: string, loginId: string): Promise<string> {
  const begun = await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'tiktok', serverUrl: 'tiktok.com', redirectUri: 'http://127.0.0.1:28347/vigie' })
  expect(begun).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('https://www.tiktok.com/v2/auth/authorize/?') } })
  const completed = await studio.engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
  return completed.value.account.id
}

async function openAssistant(page: Page, studio: Studio, workspaceId: string): Promise<void> {
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /Videos and pictures as drafts that you post in its app/ }).click()
}

async function addFilm({ engine }: Studio, workspaceId: string): Promise<string> {
  const bytes = await tinyMp4()
  const mediaId = engine.random.id()
  await engine.ask('media.beginFile', { workspaceId, mediaId, fileName: 'quay.mp4', bytes: bytes.byteLength, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) })
  await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes })
  await engine.ask('media.finishFile', { workspaceId, mediaId })
  return mediaId
}

test('an account of TikTok is connected through an app of one’s own', async ({ studio, page }) => {
  raiseTiktok(studio)
  const { workspaceId, mediaIds } = await fillClient(studio, 'en')
  await openAssistant(page, studio, workspaceId)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /^Copy http:\/\/127\.0\.0\.1/ })).toHaveCount(3)
  for (const scope of ['user.info.basic', 'user.info.stats', 'video.upload', 'video.list']) await expect(dialog.getByText(scope, { exact: true })).toBeVisible()
  await expectAccessible(page, 'the assistant of TikTok')
  await dialog.getByLabel('Client key').fill('aw4711')
  await dialog.getByLabel('Client secret').fill('not-the-secret')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('TikTok does not know this app: its id or its secret is wrong.')).toBeVisible()
  await dialog.getByLabel('Client secret').fill(secret)
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('TikTok knows it.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  const accountId = await logIn(studio, workspaceId, studio.loginIds.at(-1)!)
  await expect(page.getByText('Tideline is connected')).toBeVisible()

  // What will be left to the person is said before anything is planned, and that nothing goes without a video or a picture.
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide #quay'), targets: [{ accountId, variant: null }], media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(page.getByText('TikTok publishes nothing without a picture or a video: add one')).toBeVisible()
  await expect(page.getByText('TikTok: the post arrives there as a draft at its hour.', { exact: false })).toBeVisible()
  await expectAccessible(page, 'the preview of TikTok')

  // Pictures are fetched: without a public place for them the post is stopped, and the preview shows them.
  const media = mediaIds.slice(0, 2).map((mediaId) => ({ mediaId, altText: '' }))
  const albumId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId: albumId, revision: 0, content: { title: '', document: paragraph('Two views of the quay'), targets: [{ accountId, variant: null }], media } })
  await studio.open(`#/w/${workspaceId}/compose/${albumId}`)
  await expect(page.getByText('TikTok fetches these files at a public address', { exact: false })).toBeVisible()
  await expect(page.locator('article img').first()).toBeVisible()
  await expectAccessible(page, 'pictures for TikTok')
  expect(studio.engine.logLines.join('\n')).not.toMatch(/the-secret|of-lea/)
})

for (const language of ['en', 'fr'] as const) {
  const words = language === 'en'
    ? { card: 'It is time: publish this on TikTok', why: 'TikTok has the post as a draft.', open: 'Open TikTok', copy: 'Copy the text' }
    : { card: 'C’est l’heure\u00a0: à publier sur TikTok', why: 'TikTok a la publication en brouillon.', open: 'Ouvrir TikTok', copy: 'Copier le texte' }

  test(`a draft that TikTok has taken comes back as a card, with the text to paste (${language})`, async ({ studio, page }) => {
    const { engine, web } = studio
    raiseTiktok(studio)
    await engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId } = await fillClient(studio, language)
    await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
    await engine.ask('ownApps.save', { workspaceId, networkId: 'tiktok', scope: 'workspace', clientId: 'aw4711', clientSecret: secret, redirectUri: '' })
    const accountId = await logIn(studio, workspaceId, engine.random.id())
    const mediaId = await addFilm(studio, workspaceId)
    web.set(`${api}/v2/post/publish/inbox/video/init/`, () => ({ status: 200, json: said({ publish_id: 'v_inbox_file~v2.1', upload_url: 'https://open-upload.tiktokapis.com/video/?upload_id=1&upload_token=2' }) }))
    web.set('https://open-upload.tiktokapis.com/video/', () => ({ status: 201, json: undefined }))
    web.set(`${api}/v2/post/publish/status/fetch/`, () => ({ status: 200, json: said({ status: 'SEND_TO_USER_INBOX', fail_reason: '', uploaded_bytes: 1 }) }))
    const postId = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide #quay'), targets: [{ accountId, variant: null }], media: [{ mediaId, altText: 'The quay' }] } })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    const isTheirs = async (): Promise<boolean> => (await engine.ask('posts.read', { workspaceId, postId })).jobs[0]?.byHand === true
    for (let times = 0; times < 20 && !(await isTheirs()); times += 1) await studio.advance(20_000)
    const [job] = (await engine.ask('posts.read', { workspaceId, postId })).jobs
    expect(job).toMatchObject({ state: 'pending_at_network', byHand: true })
    await studio.open(`#/w/${workspaceId}/outbox`)
    await page.getByText('Low tide #quay').first().click()
    const card = page.getByRole('region', { name: words.card })
    await expect(card.getByText(words.why, { exact: false })).toBeVisible()
    await expect(card.getByText('Low tide #quay')).toBeVisible()
    await expect(card.getByRole('button', { name: words.copy })).toBeVisible()
    await card.getByRole('button', { name: words.open }).click()
    await expect.poll(() => studio.opened).toContain('https://www.tiktok.com/')
    await expectAccessible(page, 'the card of a draft')
  })
}
