import { expect, type Page } from '@playwright/test'
import { sniffedBytes } from '../../shared/media/sniff-media.ts'
import { filmTerms } from '../support/film-terms.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const secret = 'GOCSPX-the-secret-of-the-app'

/** Google's own side of a login, as far as it is asked: the login opens two channels. */
function raiseGoogle({ web }: Studio): void {
  web.set('https://oauth2.googleapis.com/token', ({ body }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    if (form.get('client_secret') !== secret) return { status: 401, json: { error: 'invalid_client', error_description: 'The provided client secret is invalid.' } }
    if (form.get('code') !== 'the-code') return { status: 400, json: { error: 'invalid_grant', error_description: 'Malformed auth code.' } }
    return { status: 200, json: { access_token: 'access-of-lea', refresh_token: 'refresh-of-lea', expires_in: 3599, token_type: 'Bearer' } }
  })
  const channel = (id: string, title: string, customUrl: string): object => ({ kind: 'youtube#channel', id, snippet: { title, customUrl } })
  web.set('https://youtube.googleapis.com/youtube/v3/channels', () => ({
    status: 200, json: { kind: 'youtube#channelListResponse', items: [channel('UCaaaaaaaaaaaaaaaaaaaaaa', 'Tideline Books', '@tideline'), channel('UCbbbbbbbbbbbbbbbbbbbbbb', 'Tideline Café', '@tidelinecafe')] }
  }))
}

async function connect(studio: Studio, page: Page, workspaceId: string): Promise<void> {
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /A channel and its comments/ }).click()
  // A program on this computer has no address to be entered; the right is there to be copied.
  await expect(dialog.getByRole('button', { name: /^Copy / })).toHaveText(['Copy'])
  await expect(dialog.getByText('Google ends the login after seven days', { exact: false })).toBeVisible()
  await expect(dialog.getByText('are kept private by YouTube until Google has audited the project', { exact: false })).toBeVisible()
  await expectAccessible(page, 'the assistant of YouTube')

  await dialog.getByLabel('Client ID').fill('4711.apps.googleusercontent.com')
  await dialog.getByLabel('Client secret').fill('not-the-secret')
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('YouTube does not know this app: its id or its secret is wrong.')).toBeVisible()
  await dialog.getByLabel('Client secret').fill(secret)
  await dialog.getByRole('button', { name: 'Check and keep' }).click()
  await expect(dialog.getByText('YouTube knows it.')).toBeVisible()

  await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  const loginId = studio.loginIds.at(-1)!
  const begun = await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'youtube', serverUrl: 'youtube.com', redirectUri: 'http://127.0.0.1:40111/vigie' })
  expect(begun).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('https://accounts.google.com/o/oauth2/v2/auth?') } })
  const completing = studio.engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: 'https://accounts.google.com' })
  await expect(dialog.getByText(/This login opens several channels/)).toBeVisible()
  await dialog.getByRole('button', { name: /Tideline Books @tideline/ }).click()
  const completed = await completing
  if (!completed.ok) throw new Error(completed.error.message)
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
  await expect(page.getByText('@tideline is connected')).toBeVisible()
  expect(studio.engine.logLines.join('\n')).not.toMatch(/GOCSPX|of-lea|not-the-secret/)
}

test('a channel of YouTube is connected through a project of one’s own, and the person says which', async ({ studio, page }) => {
  raiseGoogle(studio)
  const { workspaceId } = await fillClient(studio, 'en')
  await connect(studio, page, workspaceId)

  // What YouTube does not take is said before anything is planned: no title, forbidden signs, no video.
  const account = (await studio.engine.ask('accounts.list', { workspaceId })).accounts.find(({ networkId }) => networkId === 'youtube')!
  const postId = studio.engine.random.id()
  const content = { title: '', document: paragraph('We love books <3 and the sea'), targets: [{ accountId: account.id, variant: null }], media: [] }
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await expect(page.getByText('A title is missing')).toBeVisible()
  await expect(page.getByText('YouTube takes neither of these signs, in a title or in a text: < >')).toBeVisible()
  await page.getByLabel('Title').fill('The harbour '.repeat(9))
  await expect(page.getByText('A title is too long for YouTube: 107 of 100 characters')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The harbour The harbour', exact: false })).toBeVisible()
  await expectAccessible(page, 'the preview of a video')
})

test('a video that YouTube keeps private comes back as a card, with everything to publish it by hand', async ({ studio, page }) => {
  raiseGoogle(studio)
  const { engine, web } = studio
  const { workspaceId } = await fillClient(studio, 'en')
  await engine.ask('ownApps.save', { workspaceId, networkId: 'youtube', scope: 'workspace', clientId: '4711', clientSecret: secret, redirectUri: '' })
  web.set('https://youtube.googleapis.com/youtube/v3/channels', () => ({ status: 200, json: { kind: 'youtube#channelListResponse', items: [{ id: 'UCaaaaaaaaaaaaaaaaaaaaaa', snippet: { title: 'Tideline Books', customUrl: '@tideline' } }] } }))
  const loginId = engine.random.id()
  await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'youtube', serverUrl: 'youtube.com', redirectUri: 'http://127.0.0.1:40111/vigie' })
  const login = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!login.ok) throw new Error(login.error.message)
  const place = 'https://youtube.googleapis.com/upload/youtube/v3/videos'
  const made = { id: 'abcdefghijk', snippet: { title: 'The harbour at six', description: '' }, status: { uploadStatus: 'uploaded', privacyStatus: 'private' } }
  web.set(place, ({ method }) => (method === 'POST' ? { status: 200, body: new Uint8Array(), headers: { location: `${place}?upload_id=1` } } : { status: 200, json: made }))

  const video = await tinyMp4()
  const mediaId = engine.random.id()
  await engine.ask('media.beginFile', { workspaceId, mediaId, fileName: 'harbour.mp4', bytes: video.byteLength, beginning: Uint8Array.from(video.subarray(0, sniffedBytes)) })
  await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes: video })
  await engine.ask('media.finishFile', { workspaceId, mediaId })
  const postId = engine.random.id()
  const content = { title: 'The harbour at six', document: paragraph('Come by, it is quiet then.'), targets: [{ accountId: login.value.account.id, variant: null, terms: filmTerms }], media: [{ mediaId, altText: 'The harbour' }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await studio.advance(60_000)
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByText('The harbour at six').first().click()
  const card = page.getByRole('region', { name: 'It is time: publish this on YouTube' })
  await expect(card.getByText('YouTube has the video, but keeps it private', { exact: false })).toBeVisible()
  await expect(card.getByRole('button', { name: 'Copy the title' })).toBeVisible()
  await expect(card.getByRole('button', { name: 'Save harbour.mp4' })).toBeVisible()
  await expectAccessible(page, 'the card of a locked video')
  await card.getByRole('button', { name: 'Open YouTube' }).click()
  await expect.poll(() => studio.opened).toContain('https://studio.youtube.com/')
  await card.getByRole('button', { name: 'Done, it is published' }).click()
  await expect(card).toBeHidden()
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('published')
})
