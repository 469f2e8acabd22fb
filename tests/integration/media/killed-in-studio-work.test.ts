import { mkdtempSync, readdirSync, rmSync, statSync, existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RequestInput, RequestName, RequestOutput } from '../../../shared/contract/request-map.ts'
import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { plainRecipe } from '../../../shared/media/picture-recipe.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { startPhotographer, type Photographer } from '../../support/photos.ts'
import { tinyMp4 } from '../../support/tiny-videos.ts'
import { startEngineChild, type EngineChild } from '../support/engine-child.ts'
import { createSeededRandom } from '../support/seeded-random.ts'

const random = createSeededRandom(Number(process.env['VIGIE_TEST_SEED'] ?? 7))
const rounds = Number(process.env['VIGIE_TEST_ROUNDS'] ?? 6)
const workers = new URL('../../torture/source-workers.ts', import.meta.url).href
const workspaceId = random.id()

let photographer: Photographer
beforeAll(async () => {
  photographer = await startPhotographer()
})
afterAll(() => photographer.close())

let folder: string
let child: EngineChild
const start = async (): Promise<void> => void (child = await startEngineChild({ dataFolder: folder, process: { preload: [workers] } }))
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'vigie-kill-'))))
afterEach(async () => {
  await child.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** null: the engine died, or said no. */
async function tried<Name extends RequestName>(name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<RequestOutput<Name> | null> {
  const answer = await child.ask(name, { workspaceId, ...input })
  return answer?.ok === true ? (answer.value as RequestOutput<Name>) : null
}
async function ask<Name extends RequestName>(name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<RequestOutput<Name>> {
  const value = await tried(name, input)
  if (value === null) throw new Error(`${name} was refused`)
  return value
}

/** Work goes on until the engine dies; what it answered yes to is written down. */
type Work = (kept: Kept, most?: number) => Promise<void>
type Kept = Record<'cropped' | 'imported' | 'cut' | 'converted', string[]>
const nothing = (): Kept => ({ cropped: [], imported: [], cut: [], converted: [] })

async function addWhole(bytes: Uint8Array, mediaId: string, fileName: string): Promise<boolean> {
  if ((await tried('media.beginFile', { mediaId, fileName, bytes: bytes.byteLength, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) })) === null) return false
  for (let offset = 0; offset < bytes.byteLength; offset += 200_000) {
    if ((await tried('media.addFilePart', { mediaId, offset, bytes: Uint8Array.from(bytes.subarray(offset, offset + 200_000)) })) === null) return false
  }
  return (await tried('media.finishFile', { mediaId })) !== null
}

const text = (words: string): PostContent['document'] => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })

/** Cut, converted, cropped, and a folder coming in, all at once. */
function mediaWork(pictureId: string, filmId: string, film: Uint8Array): readonly Work[] {
  const photo = (size: number): Uint8Array => photographer.take('jpg', { width: 300 + size, height: 200 })
  const many = async (kept: string[], most: number, once: (mediaId: string, at: number) => Promise<unknown>): Promise<void> => {
    for (let at = 0; at < most; at += 1) {
      const mediaId = random.id()
      const done = await once(mediaId, at)
      if (done === null || done === false) return
      kept.push(mediaId)
    }
  }
  const crop = (at: number) => ({ ...plainRecipe, crop: { x: 0.1, y: 0.1, width: 0.5, height: 0.1 + (at % 8) / 10 } })
  return [
    (kept, most = Infinity) => many(kept.cropped, most, (newMediaId, at) => tried('library.edit', { mediaId: pictureId, newMediaId, recipe: crop(at), drawnText: null })),
    (kept, most = Infinity) => many(kept.imported, most, async (mediaId, at) => (await addWhole(photo(at), mediaId, `${at}.jpg`)) && tried('library.keep', { mediaIds: [mediaId], folder: 'Imported' })),
    (kept, most = Infinity) => many(kept.cut, most, (newMediaId, at) => tried('library.cutVideo', { mediaId: filmId, newMediaId, startMs: 0, endMs: 1_000 + at * 10, isMuted: at % 2 === 0 })),
    (kept, most = Infinity) =>
      many(kept.converted, most, async (newMediaId) => {
        if ((await tried('library.beginConversion', { mediaId: filmId, newMediaId, expectedBytes: film.byteLength })) === null) return null
        for (let offset = 0; offset < film.byteLength; offset += 300_000) {
          if ((await tried('library.addConverted', { newMediaId, offset, bytes: Uint8Array.from(film.subarray(offset, offset + 300_000)) })) === null) return null
        }
        return tried('library.finishConversion', { newMediaId, maxBytes: null })
      })
  ]
}

interface Draft {
  /** What was confirmed last, and what was asked after that. */
  confirmed: PostContent
  asked: PostContent
  revision: number
}

/** Split and joined, with texts of its own taken and given up, tags, terms, and one text for all accounts of a network switched on and off. */
function contentAt(count: number, accountIds: readonly [string, string]): PostContent {
  const [one, two] = accountIds
  const own = count % 3 === 0 ? null : text(`Own ${count}`)
  const together = count % 4 === 0 ? { together: 'instagram' } : {}
  return {
    title: '',
    document: text(`Words ${count}`),
    media: [],
    ...(count % 5 === 0 ? {} : { tags: [`tag ${count}`, 'née', '\u202Eabc', `👩‍👩‍👧 ${count}`] }),
    targets: [
      { accountId: one, variant: own, ...(own === null ? {} : { begunFrom: text(`Words ${count}`) }), ...together },
      { accountId: two, variant: own, ...together, ...(count % 2 === 0 ? { terms: { audience: 'friends', allows: ['comments'], discloses: null } } : {}) }
    ],
    ...(count % 3 === 1 ? { moreParts: [1, 2].map((part) => ({ id: partIds[part - 1]!, document: text(`Part ${part} of ${count}`), variants: [], media: [] })) } : {})
  }
}
const partIds = [random.id(), random.id()]

async function write(draft: Draft, postId: string, accountIds: readonly [string, string]): Promise<void> {
  for (let count = draft.revision + 1; ; count += 1) {
    draft.asked = contentAt(count, accountIds)
    const saved = await tried('posts.saveDraft', { postId, revision: draft.revision, content: draft.asked })
    if (saved === null) return
    draft.revision = saved.revision
    draft.confirmed = draft.asked
  }
}

const folderOf = (name: string): string => join(folder, 'workspaces', workspaceId, name)

/** Every file that a row names is there, whole, and nothing unfinished stays. */
function expectWhole(): void {
  const database = new DatabaseSync(folderOf('workspace.db'), { readOnly: true })
  try {
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    for (const row of database.prepare('SELECT sha256, media_type, bytes FROM media').all() as { sha256: string; media_type: string; bytes: number }[]) {
      const path = join(folderOf('media'), `${row.sha256}.${row.media_type === 'video/mp4' ? 'mp4' : 'jpg'}`)
      expect(existsSync(path) && statSync(path).size, path).toBe(row.bytes)
    }
  } finally {
    database.close()
  }
}

test('an engine killed while pictures are cropped, films cut and converted, a folder comes in and posts are written: what it confirmed is whole, nothing half done stays', { timeout: 120_000 + rounds * 20_000 }, async () => {
  await start()
  await child.ask('workspaces.create', { id: workspaceId, name: 'Before', colour: 'teal', timeZone: 'Europe/Paris' })
  const accounts = [await ask('accounts.addAssisted', { assistedId: 'instagram', networkName: 'Instagram', address: 'https://www.instagram.com', handle: 'lin' }), await ask('accounts.addAssisted', { assistedId: 'instagram', networkName: 'Instagram', address: 'https://www.instagram.com', handle: 'lune' })]
  const accountIds = [accounts[0]!.id, accounts[1]!.id] as const
  const [pictureId, filmId, postId] = [random.id(), random.id(), random.id()]
  const film = await tinyMp4({ seconds: 6, frameBytes: 30_000 })
  expect(await addWhole(photographer.take('jpg', { width: 1600, height: 1200 }), pictureId, 'quay.jpg')).toBe(true)
  expect(await addWhole(film, filmId, 'quay.mp4')).toBe(true)
  const first = contentAt(1, accountIds)
  const draft: Draft = { confirmed: first, asked: first, revision: (await ask('posts.saveDraft', { postId, revision: 0, content: first })).revision }
  const made = nothing()
  for (const each of mediaWork(pictureId, filmId, film)) await each(made, 1)
  const everKept: string[] = [pictureId, filmId, ...Object.values(made).flat()]
  expect(everKept).toHaveLength(6)
  for (let round = 1; round <= rounds; round += 1) {
    const kept = nothing()
    const packs: string[] = []
    const work = [
      ...mediaWork(pictureId, filmId, film).map((each) => each(kept)),
      write(draft, postId, accountIds),
      (async () => {
        for (;;) {
          const packId = random.id()
          if ((await tried('approvalPack.make', { packId, postIds: [postId] })) === null || (await tried('approvalPack.sent', { packId })) === null) return
          packs.push(packId)
        }
      })()
    ]
    await new Promise((resolve) => setTimeout(resolve, 50 + random.fraction() * 2_500))
    await child.kill()
    await Promise.all(work)
    await start()
    everKept.push(...Object.values(kept).flat())
    const { post } = await ask('posts.read', { postId })
    const { title, tags, document, targets, media, moreParts } = post
    const stored = JSON.parse(JSON.stringify({ title, document, media, tags, targets, moreParts })) as PostContent
    expect([draft.confirmed, draft.asked].map((content) => ({ ...content, tags: content.tags })), `round ${round}`).toContainEqual(stored)
    draft.revision = post.revision
    draft.confirmed = stored
    const { media: there } = await ask('media.list', { mediaIds: everKept })
    expect(there.map(({ id }) => id)).toEqual(everKept)
    await expect.poll(() => [...readdirSync(folderOf('media')), ...(existsSync(folderOf('thumbnails')) ? readdirSync(folderOf('thumbnails')) : [])].filter((name) => name.endsWith('.unfinished')), { timeout: 20_000 }).toEqual([])
    expectWhole()
  }
})
