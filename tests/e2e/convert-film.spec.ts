import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sniffedBytes } from '../../shared/media/sniff-media.ts'
import { encodedFilm, type EncodedFilm } from './support/encoded-films.ts'
import { readFilm } from '../support/read-film.ts'
import type { Studio } from './support/studio.ts'
import { expect, test } from './support/test.ts'

const film = { codec: 'vp9', width: 640, height: 480, seconds: 3 } as const satisfies EncodedFilm

async function clientWith(studio: Studio, wish: EncodedFilm, fileName: string) {
  const [workspaceId, mediaId] = [randomUUID(), randomUUID()]
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Client', colour: 'teal', timeZone: 'Europe/Paris' })
  const bytes = await encodedFilm(studio.page, wish)
  await studio.bridge.ask('media.beginFile', { workspaceId, mediaId, fileName, bytes: bytes.byteLength, beginning: bytes.slice(0, sniffedBytes) })
  await studio.bridge.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes })
  await studio.bridge.ask('media.finishFile', { workspaceId, mediaId })
  await studio.goTo(`#/w/${workspaceId}/library`)
  await studio.page.getByRole('listbox').getByRole('option', { name: new RegExp(fileName.replace('.', '\\.')) }).click()
  await studio.page.getByRole('button', { name: 'Edit…' }).click()
  return { workspaceId, folder: join(studio.dataFolder, 'workspaces', workspaceId, 'media') }
}

test('the real Chromium of the studio makes H.264 of a VP9 recording in a worker of the sandboxed page, and the engine its sound AAC', async ({ studio }) => {
  const { workspaceId, folder } = await clientWith(studio, film, 'screen.webm')
  const dialog = studio.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make an MP4 that plays everywhere' }).click()
  await expect(dialog).toBeHidden({ timeout: 40_000 })
  const { pictures } = await studio.bridge.ask('media.library', { workspaceId, query: 'screen' })
  expect(pictures.map(({ item }) => item.fileName).toSorted()).toEqual(['screen.mp4', 'screen.webm'])
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.mp4'))
  const made = await readFilm(join(folder, name))
  expect(made).toMatchObject({ format: 'MP4', video: 'avc', audio: 'aac', width: 640, height: 480, rotation: 0, pictures: 30, tags: {} })
  expect(made.seconds).toBeCloseTo(3, 1)
  expect(made.soundSeconds).toBeCloseTo(3, 0)
})

test('killed in the middle, nothing of it is left after the next start', async ({ launch }) => {
  const first = await launch()
  const { folder } = await clientWith(first, { ...film, width: 1280, height: 720, seconds: 12 }, 'long.webm')
  const before = readdirSync(folder)
  await first.page.getByRole('dialog').getByRole('button', { name: 'Make an MP4 that plays everywhere' }).click()
  await expect.poll(() => readdirSync(folder).filter((file) => file.endsWith('.unfinished')).length, { timeout: 20_000 }).toBeGreaterThan(0)
  await first.kill()
  expect(readdirSync(folder).some((file) => file.endsWith('.unfinished'))).toBe(true)
  await launch()
  await expect.poll(() => readdirSync(folder)).toEqual(before)
})
