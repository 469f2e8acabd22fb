import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { collectUnused, unusedFor } from '../../../electron/engine/media/collect-unused.ts'
import { createCaptionsKeeper } from '../../../electron/engine/media/keep-captions.ts'
import { createMediaOrganiser } from '../../../electron/engine/media/organise-media.ts'
import { createMediaFiles } from '../../../electron/engine/media/media-files.ts'

const day = 24 * 60 * 60_000
const start = Date.UTC(2026, 10, 21, 9)
let folder: string
let database: ReturnType<typeof openDatabase>
let now: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  database = openDatabase(join(folder, 'workspace.db'))
  for (const migration of workspaceMigrations) migration.up(database)
  now = start
  run(`INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at) VALUES ('a', 'bluesky', 'lea', 'Lea', 'https://b', 'r', 'connected', '{}', 's', 0)`)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values)
const pathOf = (letter: string) => join(folder, `${letter.repeat(64)}.jpg`)
const idsLeft = () => database.prepare<[], { id: string }>('SELECT id FROM media ORDER BY id').all().map(({ id }) => id)
const filesLeft = () => readdirSync(folder).filter((name) => name.endsWith('.jpg')).map((name) => name.slice(0, 1)).toSorted((a, b) => a.localeCompare(b))

function store(letter: string, writtenAt = start): string {
  const id = `0000000${letter}-0000-4000-8000-000000000000`
  run(`INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at, is_clean) VALUES (?, 'x.jpg', 'image/jpeg', 1, 1, 1, ?, ?, 1)`, id, letter.repeat(64), start)
  writeFile(letter, writtenAt)
  return id
}
function writeFile(letter: string, writtenAt = start): void {
  writeFileSync(pathOf(letter), letter)
  utimesSync(pathOf(letter), writtenAt / 1000, writtenAt / 1000)
}
function writePost(id: string, mediaId: string): void {
  run(`INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES (?, 1, '', '{}', '', '{}', 0, 0)`, id)
  run('INSERT INTO post_media (post_id, position, part, media_id, alt_text) VALUES (?, 0, 1, ?, ?)', id, mediaId, '')
}
function writeJob(id: string, mediaId: string, state: 'queued' | 'failed' | 'published' | 'cancelled'): void {
  const finished = state === 'published' || state === 'cancelled' ? 1 : null
  run(
    `INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, created_at, finished_at) VALUES (?, 'publish_post', ?, 'a', ?, 0, ?, '', 0, 0, 0, ?)`,
    id, state, id, JSON.stringify({ effect: 'create', media: [{ mediaId, altText: '' }] }), finished
  )
}
/** Until it is through, or until it has done as many steps as `killedAfter` says: then it is gone, as in a crash. */
function collect({ killedAfter = Infinity, inHand = new Set<string>(), isShown = false } = {}): Promise<void> {
  let steps = 0
  const signal = { get aborted() { return (steps += 1) > killedAfter } } as AbortSignal
  return collectUnused({ database, files: createMediaFiles(folder), inHand, isShown: () => isShown, now: () => now, signal })
}

const captionsLeft = () => database.prepare<[], { id: string }>('SELECT id FROM captions ORDER BY id').all().map(({ id }) => id.slice(7, 8))
function addCaptions(letter: string): string {
  const id = `0000000${letter}-0000-4000-8000-00000000000c`
  run(`INSERT INTO captions (id, file_name, bytes, cues, last_at, vtt, added_at) VALUES (?, 'x.srt', 1, 1, 0, 'WEBVTT', 0)`, id)
  return id
}

describe('subtitles that nothing refers to', () => {
  test('go after thirty days; those of a post, of an earlier version of one and of an open job stay', async () => {
    const [inPost, inVersion, inJob] = [addCaptions('a'), addCaptions('b'), addCaptions('c')]
    addCaptions('d')
    writePost('p', store('e'))
    run('UPDATE post_media SET captions = ? WHERE post_id = ?', JSON.stringify([{ captionsId: inPost, language: 'fr' }]), 'p')
    run(`INSERT INTO post_versions (id, post_id, at, kept_at, reason, excerpt, content) VALUES ('v', 'p', 0, 0, 'saved', '', ?)`, JSON.stringify({ media: [{ captions: [{ captionsId: inVersion }] }] }))
    writeJob('j', inJob, 'queued')
    await collect()
    now += unusedFor - day
    await collect()
    expect(captionsLeft()).toEqual(['a', 'b', 'c', 'd'])
    now += day
    await collect()
    expect(captionsLeft()).toEqual(['a', 'b', 'c'])
  })

  test('of a client of before are kept, and nobody has looked for them yet', () => {
    const earlier = openDatabase(join(folder, 'earlier.db'))
    const step = workspaceMigrations.findIndex(({ version }) => version === 109)
    for (const migration of workspaceMigrations.slice(0, step)) migration.up(earlier)
    earlier.prepare(`INSERT INTO captions (id, file_name, bytes, cues, last_at, vtt, added_at) VALUES ('old', 'x.srt', 1, 1, 0, 'WEBVTT', 0)`).run()
    for (const migration of workspaceMigrations.slice(step)) migration.up(earlier)
    expect(earlier.prepare('SELECT id, vtt, unused_since FROM captions').all()).toEqual([{ id: 'old', vtt: 'WEBVTT', unused_since: null }])
    earlier.close()
  })

  test('that are named again begin anew, and a crash takes nothing early', async () => {
    const id = addCaptions('a')
    await collect()
    now += unusedFor
    writePost('p', store('e'))
    run('UPDATE post_media SET captions = ? WHERE post_id = ?', JSON.stringify([{ captionsId: id }]), 'p')
    await collect()
    run('UPDATE post_media SET captions = NULL WHERE post_id = ?', 'p')
    await collect({ killedAfter: 1 })
    await collect()
    expect(captionsLeft()).toEqual(['a'])
  })
})

test('the same subtitles chosen again are kept for another thirty days', async () => {
  const vtt = 'WEBVTT\n\n00:00.000 --> 00:01.000\nAhoy\n'
  const keeper = createCaptionsKeeper({ database, clock: { now: () => now, after: () => () => {} } })
  const choose = () => keeper.handlers['media.addCaptions']({ captionsId: '00000000-0000-4000-8000-00000000000c', fileName: 'a.vtt', bytes: new TextEncoder().encode(vtt) })
  expect(choose().ok).toBe(true)
  await collect()
  now += unusedFor - day
  expect(choose().ok).toBe(true)
  now += day
  await collect()
  expect(database.prepare('SELECT COUNT(*) FROM captions').pluck().get()).toBe(1)
})

describe('what nothing refers to', () => {
  test('goes after thirty days, not a day before', async () => {
    store('a')
    await collect()
    now += unusedFor - day
    await collect()
    expect([idsLeft().length, filesLeft()]).toEqual([1, ['a']])
    now += day
    await collect()
    expect([idsLeft(), filesLeft()]).toEqual([[], []])
  })

  test('stays while people keep it in the library, and thirty days after it was taken out', async () => {
    const organiser = createMediaOrganiser(database, () => now)
    const mediaId = store('a')
    organiser.describe([{ mediaId, altText: '', folder: 'Old', tags: [] }])
    now += 2 * unusedFor
    await collect()
    expect(idsLeft()).toEqual([mediaId])
    organiser.remove([mediaId])
    await collect()
    now += unusedFor - day
    await collect()
    expect(idsLeft()).toEqual([mediaId])
    now += day
    await collect()
    expect(idsLeft()).toEqual([])
  })

  test('stays while a picture that was made of it is there', async () => {
    const [origin, made] = [store('a'), store('b')]
    run('UPDATE media SET origin_id = ?, is_kept = 1 WHERE id = ?', origin, made)
    await collect()
    now += unusedFor
    await collect()
    expect(idsLeft()).toEqual([origin, made])
  })

  test('counts from the day on which the last reference went, not from when it was added', async () => {
    const id = store('a')
    writePost('p', id)
    await collect()
    now += 100 * day
    await collect()
    run(`DELETE FROM posts WHERE id = 'p'`)
    await collect()
    now += 29 * day
    await collect()
    expect(filesLeft()).toEqual(['a'])
    // Used once more for a while: the count starts anew.
    writePost('q', id)
    await collect()
    run(`DELETE FROM posts WHERE id = 'q'`)
    now += 2 * day
    await collect()
    expect(filesLeft()).toEqual(['a'])
    now += unusedFor
    await collect()
    expect(filesLeft()).toEqual([])
  })

  test('stays while another row has the same file', async () => {
    const kept = store('a')
    run(`INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at, is_clean) VALUES ('0000000z', 'y.jpg', 'image/jpeg', 1, 1, 1, ?, 0, 1)`, 'a'.repeat(64))
    writePost('p', kept)
    await collect()
    now += unusedFor
    await collect()
    expect([idsLeft(), filesLeft()]).toEqual([[kept], ['a']])
  })
})

describe('what something refers to stays, however long', () => {
  const uses: Readonly<Record<string, (mediaId: string) => void>> = {
    'a draft': (mediaId) => writePost('p', mediaId),
    'a job that waits': (mediaId) => writeJob('j', mediaId, 'queued'),
    'a job that failed and may be tried again': (mediaId) => writeJob('j', mediaId, 'failed'),
    'a job that nobody could read': (mediaId) => void (writeJob('j', mediaId, 'failed'), run(`INSERT INTO quarantined_jobs SELECT id, id, payload, '', 0 FROM outbox_jobs`), run(`DELETE FROM outbox_jobs`)),
    'a series': (mediaId) =>
      run(`INSERT INTO post_series VALUES ('s', 1, 'active', ?, '', '{}', '09:00', 'Europe/Paris', '2026-01-01', '{}', '2026-01-01', NULL, 0, 0)`, JSON.stringify({ media: [{ mediaId }] })),
    'a template': (mediaId) => run(`INSERT INTO templates VALUES ('t', 'T', ?, 0)`, JSON.stringify({ media: [{ mediaId }] })),
    'a table of a later Vigie': (mediaId) => {
      database.exec('CREATE TABLE later_notes (post_id TEXT, content TEXT) STRICT')
      run('INSERT INTO later_notes VALUES (?, ?)', 'p', JSON.stringify({ media: [{ mediaId }] }))
    }
  }
  test.each(Object.keys(uses))('%s', async (name) => {
    uses[name]?.(store('a'))
    await collect()
    now += 10 * unusedFor
    await collect()
    await collect()
    expect(filesLeft()).toEqual(['a'])
    expect(idsLeft()).toHaveLength(1)
  })

  test('but a job that is through, its post gone, holds nothing', async () => {
    writeJob('j', store('a'), 'cancelled')
    await collect()
    now += unusedFor
    await collect()
    expect(filesLeft()).toEqual([])
  })
})

test('killed at any step, it never loses a file that is in use, and the next time finishes', async () => {
  for (let killedAfter = 0; killedAfter < 16; killedAfter += 1) {
    run('DELETE FROM posts')
    run('DELETE FROM media')
    const used = store('u')
    for (const letter of ['a', 'b', 'c']) store(letter)
    run('DELETE FROM posts')
    writePost('p', used)
    now = start
    await collect()
    now += unusedFor
    await collect({ killedAfter })
    for (const { sha256 } of database.prepare<[], { sha256: string }>('SELECT sha256 FROM media').all()) expect(existsSync(pathOf(sha256[0] ?? ''))).toBe(true)
    expect(filesLeft()).toContain('u')
    await collect()
    expect([idsLeft(), filesLeft()]).toEqual([[used], ['u']])
  }
})

test('nothing that somebody may just be choosing goes', async () => {
  store('a')
  await collect()
  now += unusedFor
  await collect({ isShown: true })
  expect(idsLeft()).toHaveLength(1)
  await collect()
  expect(idsLeft()).toEqual([])
})

test('a file that is written while it is being removed is there in the end', async () => {
  const files = createMediaFiles(folder)
  writeFile('a')
  const gone = files.remove(pathOf('a'))
  await files.write(pathOf('a'), new Uint8Array([1]), 'new')
  await gone
  expect(filesLeft()).toEqual(['a'])
})

test('what a crash left half written is swept away, and nothing that is being written', async () => {
  const files = createMediaFiles(folder)
  writeFileSync(join(folder, 'old.unfinished'), 'x')
  const written = files.write(pathOf('a'), new Uint8Array(20_000_000), 'new')
  for (let round = 0; round < 20; round += 1) await files.sweep()
  await written
  expect([filesLeft(), readdirSync(folder).filter((name) => name.endsWith('.unfinished'))]).toEqual([['a'], []])
})

describe('files without a row', () => {
  test('are found and go when they are old; a young one may belong to a backup that comes back', async () => {
    writeFile('a', start - unusedFor)
    writeFile('b', start - unusedFor + day)
    await collect()
    expect(filesLeft()).toEqual(['b'])
  })

  test('stay while somebody is about to name them', async () => {
    writeFile('a', start - unusedFor)
    await collect({ inHand: new Set([pathOf('a')]) })
    expect(filesLeft()).toEqual(['a'])
  })

  test('of another kind of name are none of ours', async () => {
    writeFileSync(join(folder, 'holiday.jpg'), 'x')
    utimesSync(join(folder, 'holiday.jpg'), 1, 1)
    await collect()
    expect(existsSync(join(folder, 'holiday.jpg'))).toBe(true)
  })
})
