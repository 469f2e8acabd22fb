import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { contentOf } from '../outbox/publish.ts'
import { startOutboxRig, type OutboxRig } from '../outbox/outbox-rig.ts'
import { tinyGif } from '../../support/tiny-images.ts'

let rig: OutboxRig
let folder: string
beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon', 'wordpress'] })
  folder = mkdtempSync(join(tmpdir(), 'vigie-cuts-'))
})
afterEach(() => {
  rig.stop()
  rmSync(folder, { recursive: true, force: true })
})

/**
 * Runs the work and cuts the power in thought before and after every single statement that writes: keeps the files as they are on the disk
 * then. Gives what stands in each of the copies once it is opened.
 */
async function cutEverywhere(work: () => Promise<unknown> | unknown): Promise<readonly string[]> {
  const { database } = rig.run.context
  const statements: { run(...parameters: unknown[]): unknown } = Object.getPrototypeOf(database.prepare('SELECT 1'))
  const original = statements.run
  let copies = 0
  const copy = (): void => {
    for (const suffix of ['', '-wal']) if (existsSync(database.name + suffix)) copyFileSync(database.name + suffix, join(folder, `${copies}.db${suffix}`))
    copies += 1
  }
  statements.run = function run(...parameters) {
    copy()
    const result = original.apply(this, parameters)
    copy()
    return result
  }
  try {
    await work()
  } finally {
    statements.run = original
  }
  copy()
  return Array.from({ length: copies }, (_, index) => stateIn(join(folder, `${index}.db`)))
}

/** Everything the user would see, as one text. */
function stateIn(path: string): string {
  const database = openDatabase(path)
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const rows = ['posts', 'post_targets', 'post_media', 'outbox_jobs', 'job_attempts'].map((table) => database.prepare(`SELECT * FROM ${table}`).all())
    return JSON.stringify(rows)
  } finally {
    database.close()
  }
}

/** Old at first, new at last, and each of the states on the way is one of the allowed ones, in order. */
function expectWholeSteps(states: readonly string[], steps: number): void {
  const distinct = states.filter((state, index) => state !== states[index - 1])
  expect(distinct).toHaveLength(steps + 1)
  expect(new Set(distinct).size).toBe(steps + 1)
}

const ask = async (name: 'posts.saveDraft' | 'posts.schedule' | 'posts.reschedule' | 'posts.unschedule', input: object): Promise<unknown> => {
  const handler = rig.run.posts.handlers[name] as ((given: object) => unknown) | undefined
  const result = await handler?.({ workspaceId: rig.run.context.workspace().id, ...input })
  expect(result).toMatchObject({ ok: true })
  return result
}

test('a power cut at any moment leaves a save, a plan, a move, a withdrawal whole or undone', async () => {
  const postId = rig.run.context.random.id()
  const accountIds = rig.accounts.map((account) => account.id)
  const { database, random } = rig.run.context
  const media = [1, 2].map((size) => {
    const bytes = tinyGif(size, size)
    const mediaId = random.id()
    database.prepare(`INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at) VALUES (?, 'a.gif', 'image/gif', ?, 1, 1, ?, 0)`).run(mediaId, bytes.byteLength, String(size))
    return { mediaId, altText: 'x' }
  })
  const content = { ...contentOf('First', accountIds), media }
  expectWholeSteps(await cutEverywhere(() => ask('posts.saveDraft', { postId, revision: 0, content })), 1)
  expectWholeSteps(await cutEverywhere(() => ask('posts.saveDraft', { postId, revision: 1, content: { ...contentOf('Second', accountIds.slice(1)), media: media.slice(1) } })), 1)
  // The images are not in the media folder, so nothing can be sent; what is planned is planned.
  expectWholeSteps(await cutEverywhere(() => ask('posts.schedule', { postId, revision: 2, when: { kind: 'at', localDateTime: '2026-11-22T09:00' } })), 1)
  expectWholeSteps(await cutEverywhere(() => ask('posts.reschedule', { postId, localDateTime: '2026-11-23T09:00' })), 1)
  expectWholeSteps(await cutEverywhere(() => ask('posts.unschedule', { postId })), 1)
})

test('sending one post for two accounts is four whole steps: planned, both claimed, one confirmed, the other confirmed', async () => {
  const postId = rig.run.context.random.id()
  await ask('posts.saveDraft', { postId, revision: 0, content: contentOf('Once', rig.accounts.slice(0, 2).map((account) => account.id)) })
  const states = await cutEverywhere(async () => {
    await ask('posts.schedule', { postId, revision: 1, when: { kind: 'now' } })
    await rig.settle()
  })
  expectWholeSteps(states, 4)
})
