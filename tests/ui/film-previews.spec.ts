import { expect } from '@playwright/test'
import { playableWebm } from '../support/tiny-videos.ts'
import { fillClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

/** An account of a network of Meta's, logged in as main does it. */
async function connect({ engine, web }: Studio, workspaceId: string, networkId: 'threads' | 'instagram'): Promise<string> {
  const graph = networkId === 'threads' ? 'https://graph.threads.net' : 'https://graph.instagram.com'
  web.set(networkId === 'threads' ? `${graph}/oauth/access_token` : 'https://api.instagram.com/oauth/access_token', () => ({ status: 200, json: { access_token: 'token-of-an-hour', user_id: '1' } }))
  web.set(`${graph}/access_token`, () => ({ status: 200, json: { access_token: 'token-of-sixty-days', token_type: 'bearer', expires_in: 5_184_000 } }))
  web.set(networkId === 'threads' ? `${graph}/v1.0/me` : `${graph}/v26.0/me`, () => ({ status: 200, json: { id: '1001', user_id: '1001', username: 'tideline', name: 'Tideline Books' } }))
  await engine.ask('ownApps.save', { workspaceId, networkId, scope: 'workspace', clientId: '4711', clientSecret: 'the-secret-of-the-app-0123456789', redirectUri: 'https://site.example/back' })
  const loginId = engine.random.id()
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId, serverUrl: '', redirectUri: '' })
  if (!begun.ok) throw new Error(begun.error.message)
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return completed.value.account.id
}

test('a video stands in the previews of Instagram and Threads as it will, and plays there', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const accounts = [await connect(studio, workspaceId, 'instagram'), await connect(studio, workspaceId, 'threads')]
  const postId = studio.engine.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Low tide at six.' }] }] }
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: accounts.map((accountId) => ({ accountId, variant: null })), media: [] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByLabel('Add images or a video', { exact: true }).and(page.locator('input')).setInputFiles({ name: 'quay.webm', mimeType: 'video/webm', buffer: Buffer.from(await playableWebm({ width: 180, height: 320, seconds: 7 })) })
  const players = page.locator('article video[aria-label="quay.webm"]')
  await expect(players).toHaveCount(2)
  const shape = await players.first().evaluate((video: HTMLVideoElement) => video.clientHeight / video.clientWidth)
  expect(shape).toBeGreaterThan(1.5)
  await players.first().evaluate((video: HTMLVideoElement) => video.play())
  await expect.poll(() => players.first().evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.2)
})
