import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseMediaAddress, serveMediaProtocol } from '../../../../electron/main/security/serve-media-protocol.ts'
import { mediaAddress } from '../../../../shared/media/media-item.ts'

const workspaceId = '0b1f7a7e-3c1b-4d52-9d5c-111111111111'
const otherWorkspaceId = '0b1f7a7e-3c1b-4d52-9d5c-222222222222'
const mediaId = '0b1f7a7e-3c1b-4d52-9d5c-333333333333'

let folder = ''
const place = (...names: string[]) => join(folder, ...names)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-media-'))
  for (const id of [workspaceId, otherWorkspaceId]) mkdirSync(place(id, 'media'), { recursive: true })
  writeFileSync(place(workspaceId, 'media', 'picture.png'), 'picture')
  writeFileSync(place(otherWorkspaceId, 'media', 'picture.png'), 'another client’s')
  mkdirSync(place(workspaceId, 'thumbnails'))
  writeFileSync(place(workspaceId, 'thumbnails', 'picture.webp'), 'small picture')
  writeFileSync(place(workspaceId, 'media', 'film.mp4'), 'a film')
  writeFileSync(place(workspaceId, 'workspace.db'), 'database')
  mkdirSync(place(workspaceId, 'media-private'))
  writeFileSync(place(workspaceId, 'media-private', 'picture.png'), 'beside')
  symlinkSync(place(otherWorkspaceId, 'media', 'picture.png'), place(workspaceId, 'media', 'link.png'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function get(located: { path: string; mediaType: string } | null, url = mediaAddress(workspaceId, mediaId), method = 'GET', range?: string) {
  const asked: unknown[] = []
  const serve = serveMediaProtocol({
    workspacesFolder: folder,
    locate: async (address) => {
      asked.push(address)
      return located
    }
  })
  return { response: serve({ method, url, headers: new Headers(range === undefined ? {} : { range }) }), asked }
}

test('serves the file of the workspace, as what it is', async () => {
  const { response, asked } = get({ path: place(workspaceId, 'media', 'picture.png'), mediaType: 'image/png' })
  const answer = await response
  expect(await answer.text()).toBe('picture')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(asked).toEqual([{ workspaceId, mediaId, size: 'full' }])
})

test('serves a small picture of it, from where those are kept or from beside the picture', async () => {
  const small = mediaAddress(workspaceId, mediaId, 'small')
  const { response, asked } = get({ path: place(workspaceId, 'thumbnails', 'picture.webp'), mediaType: 'image/webp' }, small)
  expect(await (await response).text()).toBe('small picture')
  expect(asked).toEqual([{ workspaceId, mediaId, size: 'small' }])
  expect((await get({ path: place(workspaceId, 'media', 'picture.png'), mediaType: 'image/png' }, small).response).status).toBe(200)
  expect((await get({ path: place(workspaceId, 'workspace.db'), mediaType: 'image/png' }, small).response).status).toBe(404)
  expect((await get({ path: place(workspaceId, 'thumbnails', 'picture.webp'), mediaType: 'image/webp' }).response).status).toBe(404)
})

test.each([
  ['bytes=0-', 200, 'a film', null],
  ['bytes=2-', 206, 'film', 'bytes 2-5/6'],
  ['bytes=0-1', 206, 'a ', 'bytes 0-1/6'],
  ['bytes=2-99', 206, 'film', 'bytes 2-5/6'],
  ['bytes=-4', 206, 'film', 'bytes 2-5/6'],
  ['bytes=6-', 416, '', 'bytes */6'],
  ['bytes=-0', 416, '', 'bytes */6'],
  ['words', 416, '', 'bytes */6']
])('serves a video in the parts that a player asks for: %s', async (range, status, text, contentRange) => {
  const answer = await get({ path: place(workspaceId, 'media', 'film.mp4'), mediaType: 'video/mp4' }, undefined, 'GET', range).response
  expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([status, text, contentRange])
})

test('never holds a whole video: the next piece is what is given', async () => {
  writeFileSync(place(workspaceId, 'media', 'long.mp4'), Buffer.alloc(9 * 1024 * 1024, 'x'))
  const answer = await get({ path: place(workspaceId, 'media', 'long.mp4'), mediaType: 'video/mp4' }, undefined, 'GET', 'bytes=1-').response
  expect([answer.status, answer.headers.get('content-range'), (await answer.bytes()).byteLength]).toEqual([206, 'bytes 1-4194304/9437184', 4_194_304])
})

test.each([
  ['another workspace’s file', () => place(otherWorkspaceId, 'media', 'picture.png')],
  ['a link to another workspace’s file', () => place(workspaceId, 'media', 'link.png')],
  ['the workspace’s database', () => place(workspaceId, 'workspace.db')],
  ['a folder whose name begins alike', () => place(workspaceId, 'media-private', 'picture.png')],
  ['a way out', () => `${place(workspaceId, 'media')}/../workspace.db`],
  ['a file of the system', () => '/etc/passwd'],
  ['a file that is gone', () => place(workspaceId, 'media', 'gone.png')],
  ['the folder itself', () => place(workspaceId, 'media')]
])('does not serve %s, even when the engine says so', async (_what, path) => {
  expect((await get({ path: path(), mediaType: 'image/png' }).response).status).toBe(404)
})

test.each(['text/html', 'image/svg+xml', 'application/javascript'])('does not serve anything as %s', async (mediaType) => {
  expect((await get({ path: place(workspaceId, 'media', 'picture.png'), mediaType }).response).status).toBe(404)
})

test('does not serve what the engine does not know', async () => {
  expect((await get(null).response).status).toBe(404)
})

test('answers only GET', async () => {
  const { response, asked } = get(null, mediaAddress(workspaceId, mediaId), 'POST')
  expect((await response).status).toBe(405)
  expect(asked).toEqual([])
})

test.each([
  `vigie-media://${workspaceId}`,
  `vigie-media://${workspaceId}/`,
  `vigie-media://${workspaceId}/${mediaId}/more`,
  `vigie-media://${workspaceId}/${mediaId}/small/more`,
  `vigie-media://${workspaceId}/${mediaId}/`,
  `vigie-media://${workspaceId}/${mediaId}?x=1`,
  `vigie-media://${workspaceId}:80/${mediaId}`,
  `vigie-media://user@${workspaceId}/${mediaId}`,
  `vigie-media://${workspaceId}/../${otherWorkspaceId}/${mediaId}`,
  `vigie-media://${workspaceId}/..%2f${mediaId}`,
  `vigie-media://studio/${mediaId}`,
  `https://${workspaceId}/${mediaId}`,
  'vigie-media:',
  ''
])('asks nobody about %s', async (url) => {
  expect(parseMediaAddress(url)).toBeNull()
  const { response, asked } = get(null, url)
  expect((await response).status).toBe(404)
  expect(asked).toEqual([])
})
