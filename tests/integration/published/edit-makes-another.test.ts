import { afterEach, expect, test } from 'vitest'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { createPaperNetwork, startPaperRig, type PaperNetwork, type PaperRig } from '../support/paper-network.ts'

let rig: PaperRig
let network: PaperNetwork
afterEach(() => rig?.engine.stop())

const minute = 60_000
async function start(safety: object = {}): Promise<void> {
  network = createPaperNetwork('x')
  rig = await startPaperRig([network])
  await rig.engine.ask('workspaces.update', { workspaceId: rig.workspaceId, changes: { safety: { undoSeconds: 15, ...safety } } })
}
const here = (): { workspaceId: string } => ({ workspaceId: rig.workspaceId })
const partOf = async (postId: string) => (await rig.engine.ask('published.ofPost', { ...here(), postId })).parts[0]!
const tryToEdit = async (postId: string, text: string, seen: string | null = null) =>
  rig.engine.request('published.edit', { ...here(), jobId: (await partOf(postId)).jobId, title: '', document: textToDocument(text), seen: seen === null ? null : { text: seen } })
async function edit(postId: string, text: string): Promise<string> {
  const made = await tryToEdit(postId, text)
  if (!made.ok) throw new Error(made.error.message)
  return made.value.job.id
}
const jobOf = async (jobId: string) => (await rig.engine.ask('outbox.readJob', { ...here(), jobId })).job
const costs = async () => (await rig.engine.ask('costs.read', here())).months[0]
const wordsOf = async (postId: string): Promise<string> => documentToText((await rig.engine.ask('posts.read', { ...here(), postId })).post.document)
const edits = (): readonly string[] => network.calls.filter((call) => call.startsWith('edit'))

test('where a change makes another post, all that follows is about that one: its address, the next change, what is read back, and its deletion', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  await edit(postId, 'Bonjour')
  await rig.engine.advance(minute)
  expect([[...network.posts], await wordsOf(postId), (await partOf(postId)).remoteUrl]).toEqual([[["post-1'", 'Bonjour']], 'Bonjour', "https://x.example/post-1'"])
  await edit(postId, 'Bonjour à tous')
  await rig.engine.advance(minute)
  expect([edits(), (await partOf(postId)).remoteUrl]).toEqual([['edit post-1', "edit post-1'"], "https://x.example/post-1''"])
  await rig.engine.ask('reality.read', { ...here(), jobId: (await partOf(postId)).jobId })
  await rig.engine.ask('published.remove', { ...here(), postId, accountIds: [rig.accounts[0]!.id] })
  await rig.engine.advance(minute)
  expect([network.calls.slice(-2), network.posts.size, (await partOf(postId)).edit]).toEqual([["read post-1''", "delete post-1''"], 0, 'removed'])
})

test.each(['done_then_cut', 'done_then_silent'] as const)('a change that was made and not answered for (%s) is found by the number of before, over a crash too, and made once', async (trouble) => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  network.troubles.push(trouble)
  const jobId = await edit(postId, 'Bonjour')
  await rig.engine.advance(16_000)
  await rig.engine.restart({ crash: true })
  await rig.engine.advance(10 * minute)
  expect([edits(), [...network.posts], (await jobOf(jobId)).state]).toEqual([['edit post-1'], [["post-1'", 'Bonjour']], 'published'])
  expect([(await partOf(postId)).remoteUrl, await wordsOf(postId), (await costs())?.posts]).toEqual(["https://x.example/post-1'", 'Bonjour', 2])
})

test('what a person said to be there meanwhile gets the number under which the look finds it', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  network.troubles.push('done_then_cut')
  const jobId = await edit(postId, 'Bonjour')
  await rig.engine.advance(16_000)
  expect((await jobOf(jobId)).state).toBe('unknown_outcome')
  network.whileRead = () => rig.engine.ask('outbox.decide', { ...here(), jobId, decision: 'it_is_there' })
  await rig.engine.advance(10 * minute)
  expect([edits(), (await jobOf(jobId)).state, (await partOf(postId)).remoteUrl]).toEqual([['edit post-1'], 'published', "https://x.example/post-1'"])
})

test('one that never arrived is made again only after every look has said that it is not there', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  network.troubles.push('cut_before')
  await edit(postId, 'Bonjour')
  await rig.engine.advance(60_000)
  expect(edits()).toHaveLength(1)
  await rig.engine.advance(5 * minute)
  expect([edits(), [...network.posts.values()]]).toEqual([['edit post-1', 'edit post-1'], ['Bonjour']])
})

test('each change is paid for as a post, with or without an address, and kept below the cap', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  expect(await costs()).toMatchObject({ posts: 1, withLink: 0, mills: 15 })
  await edit(postId, 'Bonjour')
  await rig.engine.advance(minute)
  expect(await costs()).toMatchObject({ posts: 2, withLink: 0, mills: 30 })
  await edit(postId, 'Bonjour https://exemple.fr')
  await rig.engine.advance(minute)
  expect(await costs()).toMatchObject({ posts: 3, withLink: 1, mills: 230 })
  await rig.engine.ask('workspaces.update', { ...here(), changes: { safety: { monthlyCapMills: 240 } } })
  const jobId = await edit(postId, 'Bonsoir')
  await rig.engine.advance(minute)
  expect(await jobOf(jobId)).toMatchObject({ state: 'held', failure: { code: 'over_cap' } })
  expect([edits().length, (await costs())?.posts]).toEqual([2, 3])
})

test('thirty minutes after it went out it is too late, which is known beforehand', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  const { publishedAt, editUntil } = await partOf(postId)
  expect(editUntil).toBe(publishedAt + 30 * minute)
  await rig.engine.advance(31 * minute)
  expect((await partOf(postId)).edit).toBe('too_late')
  expect(await tryToEdit(postId, 'Bonjour')).toMatchObject({ ok: false, error: { code: 'post_not_editable', details: { reason: 'too_late' } } })
})

test('a second part of a thread is left alone', async () => {
  await start()
  const postId = await rig.publish(['Un', 'Deux'])
  await rig.engine.advance(minute)
  expect((await rig.engine.ask('published.ofPost', { ...here(), postId })).parts.map(({ edit: offer }) => offer)).toEqual(['yes', 'is_answer'])
})
