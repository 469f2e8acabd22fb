import { afterEach, beforeEach, expect, test } from 'vitest'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { contentOf } from '../outbox/publish.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
beforeEach(async () => {
  engine = await startTestEngine({ adapters: [] })
  workspaceId = await client('Maison Lune')
})
afterEach(() => engine.stop())

async function client(name: string): Promise<string> {
  const id = engine.random.id()
  await engine.ask('workspaces.create', { id, name, colour: 'teal', timeZone: 'Europe/Paris' })
  return id
}
async function draft(text: string, postId = engine.random.id(), revision = 0): Promise<string> {
  const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, targets: [], media: [] }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision, content })
  return postId
}
async function pack(...postIds: string[]) {
  const packId = engine.random.id()
  const { posts } = await engine.ask('approvalPack.make', { workspaceId, packId, postIds })
  await engine.ask('approvalPack.sent', { workspaceId, packId })
  return { packId, posts }
}
const answerOf = ({ packId, posts }: Awaited<ReturnType<typeof pack>>, answer: 'yes' | 'no' = 'yes', givenAt?: number) =>
  JSON.stringify({ vigie: 'approval-answer', version: 1, packId, by: 'Anaïs', givenAt, answers: posts.map((post) => ({ ...post, answer, comment: 'Merci' })) })
const take = (text: string, of = workspaceId) => engine.ask('approvalPack.readAnswer', { workspaceId: of, text })
const approvalOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post.approval

test('asked, then answered: the words of the client stand with the post', async () => {
  const postId = await draft('Low tide')
  const made = await pack(postId)
  expect(await approvalOf(postId)).toMatchObject({ kind: 'asked' })
  expect(await take(`Bonjour,\n> voici :\n${answerOf(made)}\nAnaïs`)).toMatchObject({ kind: 'read', by: 'Anaïs', outcomes: [{ postId, outcome: 'approved', comment: 'Merci' }] })
  expect(await approvalOf(postId)).toMatchObject({ kind: 'approved', by: 'Anaïs', note: 'Merci' })
  await take(answerOf(made, 'no'))
  expect(await approvalOf(postId)).toMatchObject({ kind: 'refused', comment: 'Merci' })
})

test('the answer given later stands, in whatever order the files are read, and whichever pack they answer', async () => {
  const postId = await draft('Low tide')
  const [made, again] = [await pack(postId), await pack(postId)]
  const [morning, noon] = [engine.now() - 7_200_000, engine.now() - 3_600_000]
  await take(answerOf(made, 'no', noon))
  expect(await take(answerOf(made, 'yes', morning))).toMatchObject({ outcomes: [{ outcome: 'older', standing: noon }] })
  expect(await take(answerOf(again, 'yes', morning))).toMatchObject({ outcomes: [{ outcome: 'older', standing: noon }] })
  expect(await approvalOf(postId)).toMatchObject({ kind: 'refused', comment: 'Merci' })
  expect(await take(answerOf(again, 'yes', noon))).toMatchObject({ outcomes: [{ outcome: 'unclear' }] })
  expect(await take(answerOf(again, 'yes'))).toMatchObject({ outcomes: [{ outcome: 'unclear' }] })
  expect(await approvalOf(postId)).toMatchObject({ kind: 'refused' })
  expect(await take(answerOf(again, 'yes', noon + 1))).toMatchObject({ outcomes: [{ outcome: 'approved' }] })
  expect(await take(answerOf(made, 'no', noon))).toMatchObject({ outcomes: [{ outcome: 'older', standing: noon + 1 }] })
  expect(await approvalOf(postId)).toMatchObject({ kind: 'approved' })
})

test('two posts of the same words are told apart by their days', async () => {
  const [first, second] = [await draft('Low tide'), await draft('Low tide')]
  await engine.ask('posts.plan', { workspaceId, postId: first, plannedFor: '2026-12-01T09:00' })
  const { outcomes } = (await take(answerOf(await pack(first, second)))) as { outcomes: { at: number | null }[] }
  expect(outcomes.map(({ at }) => at)).toEqual([Date.parse('2026-12-01T08:00Z'), null])
})

test('an older answer is taken where somebody here says that it stands', async () => {
  const postId = await draft('Low tide')
  const made = await pack(postId)
  const now = engine.now()
  await take(answerOf(made, 'no', now))
  const older = answerOf(made, 'yes', now - 1)
  expect(await take(older)).toMatchObject({ outcomes: [{ outcome: 'older' }] })
  expect(await engine.ask('approvalPack.readAnswer', { workspaceId, text: older, meant: [postId] })).toMatchObject({ outcomes: [{ outcome: 'approved' }] })
  expect(await take(older)).toMatchObject({ outcomes: [{ outcome: 'approved' }] })
})

test('nobody was asked by a pack that was not saved, nor about what was changed while it was', async () => {
  const [kept, changed] = [await draft('Low tide'), await draft('High tide')]
  const packId = engine.random.id()
  await engine.ask('approvalPack.make', { workspaceId, packId, postIds: [kept, changed] })
  expect(await approvalOf(kept)).toEqual({ kind: 'none' })
  await draft('Neap tide', changed, 1)
  await engine.ask('approvalPack.sent', { workspaceId, packId })
  expect([(await approvalOf(kept)).kind, (await approvalOf(changed)).kind]).toEqual(['asked', 'none'])
})

test('a yes to what was changed since counts for nothing', async () => {
  const postId = await draft('Low tide')
  const made = await pack(postId)
  await draft('High tide', postId, 1)
  expect(await take(answerOf(made))).toMatchObject({ outcomes: [{ outcome: 'changed' }] })
  expect(await approvalOf(postId)).not.toMatchObject({ kind: 'approved' })
})

test('a no to what was changed since stands for the words that were shown: put back, they do not leave', async () => {
  const postId = await draft('Low tide')
  const made = await pack(postId)
  await draft('High tide', postId, 1)
  await take(answerOf(made, 'no'))
  expect(await take(answerOf(made, 'no'))).toMatchObject({ outcomes: [{ outcome: 'changed' }] })
  expect(await approvalOf(postId)).toMatchObject({ kind: 'asked', noBefore: { by: 'Anaïs', comment: 'Merci' } })
  await draft('Low tide', postId, 2)
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.approval).toMatchObject({ kind: 'asked', no: { by: 'Anaïs', comment: 'Merci' } })
})

test('and takes the place of no yes to the newer words', async () => {
  const postId = await draft('Low tide')
  const made = await pack(postId)
  await draft('High tide', postId, 1)
  await engine.ask('posts.recordApproval', { workspaceId, postId, revision: 2, approval: { kind: 'approved', by: 'Claire', channel: 'phone', note: '' } })
  await take(answerOf(made, 'no'))
  expect(await approvalOf(postId)).toMatchObject({ kind: 'approved', by: 'Claire' })
  await draft('Low tide', postId, 2)
  expect(await approvalOf(postId)).toMatchObject({ kind: 'refused', by: 'Anaïs' })
})

test('an answer names no post that was not shown, and one that is gone is told', async () => {
  const [shown, other] = [await draft('Low tide'), await draft('High tide')]
  const made = await pack(shown)
  const { posts } = await pack(other)
  expect(await take(answerOf({ ...made, posts }))).toMatchObject({ outcomes: [{ outcome: 'unasked' }] })
  await engine.ask('posts.remove', { workspaceId, postId: shown })
  expect(await take(answerOf(made))).toMatchObject({ outcomes: [{ outcome: 'gone' }] })
})

test('an answer to another client, to nobody, or in other words changes nothing', async () => {
  const postId = await draft('Low tide')
  const made = await pack(postId)
  expect(await take(answerOf(made), await client('Another'))).toEqual({ kind: 'foreign' })
  expect(await take(answerOf({ ...made, packId: engine.random.id() }))).toEqual({ kind: 'foreign' })
  for (const text of ['', 'Yes!', '{}', '{"vigie":"approval-answer"', answerOf(made).replace('"yes"', '"perhaps"')]) expect(await take(text)).toEqual({ kind: 'unreadable' })
  expect(await approvalOf(postId)).toMatchObject({ kind: 'asked' })
})

test('a no by file keeps back what waits for the network, and what is left of a post that is out in part', async () => {
  await engine.stop()
  const server = createScriptedServer('wordpress', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter] })
  workspaceId = await client('Maison Lune')
  const accounts: string[] = []
  for (const identifier of ['lea', 'tom']) accounts.push((await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://server.example', identifier, appPassword: 'p' })).id)
  server.otherwise({ send: (_draft, { account: { handle } }) => (handle === 'tom' ? 'server_error' : 'fine') })
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Low tide', accounts) })
  const made = await pack(postId)
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.settle()
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('publishing')
  expect(await take(answerOf(made, 'no'))).toMatchObject({ outcomes: [{ outcome: 'refused' }] })
  server.otherwise({ send: () => 'fine' })
  await engine.advance(30 * 60_000)
  expect(server.records.map(({ handle }) => handle)).toEqual(['lea'])
})
