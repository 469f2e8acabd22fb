import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { copyDatabase, putDatabase } from '../support/older-file.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
let aside = ''
afterEach(async () => {
  await engine?.stop()
  engine = null
  rmSync(aside, { recursive: true, force: true })
})

const documentOf = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })

it.each([
  ['that names its earlier number is known as the one of before', true, 'cannot_tell'],
  ['that names no other number may be the one in doubt', false, 'there']
])('what was changed there after the copy, into the words of what waits, and %s', async (_what, namesEarlier, kind) => {
  aside = mkdtempSync(join(tmpdir(), 'vigie-aside-'))
  const server = createScriptedServer('wordpress', { now: () => own.now() })
  let first = ''
  const { publisher } = server.adapter
  const own = await startTestEngine({
    startAt: Date.UTC(2026, 10, 21, 9),
    adapters: [{
      ...server.adapter,
      publisher: {
        ...publisher,
        findPublished: () => Promise.resolve({ ok: true as const, value: 'cannot_tell' as const }),
        listLast: () => Promise.resolve({ ok: true as const, value: [{ remoteId: 'newer', text: 'Open on Sunday', url: null, publishedAt: own.now(), ...(namesEarlier ? { earlierIds: [first] } : {}) }] })
      }
    }]
  })
  engine = own
  const workspaceId = own.random.id()
  const file = (): string => join(own.folder, 'workspaces', workspaceId, 'workspace.db')
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'UTC' })
  const { id: accountId } = await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'p' })
  const plan = async (text: string, localDateTime: string): Promise<string> => {
    const postId = own.random.id()
    const { revision } = await own.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: text, document: documentOf(text), targets: [{ accountId, variant: null }], media: [] } })
    await own.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
    return postId
  }
  await plan('Candles are back', '2026-11-21T10:00')
  await plan('Open on Sunday', '2026-11-21T18:00')
  await own.advance(61 * 60_000)
  first = server.records[0]?.remoteId ?? ''
  expect(first).not.toBe('')
  await copyDatabase(file(), join(aside, 'old.db'))
  await own.advance(60_000)
  await own.restart({ crash: false, meanwhile: () => putDatabase(join(aside, 'old.db'), file()) })
  const { entries } = await own.ask('safety.readRestored', { workspaceId })
  expect(entries.map(({ finding }) => finding.kind)).toEqual([kind])
})
