import { afterEach, expect, test } from 'vitest'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { createPaperNetwork, startPaperRig, type PaperNetwork, type PaperRig } from '../support/paper-network.ts'

let rig: PaperRig
let network: PaperNetwork
afterEach(() => rig?.engine.stop())

const minute = 60_000
async function start(others: readonly PaperNetwork[] = []): Promise<void> {
  network = createPaperNetwork('mastodon')
  rig = await startPaperRig([network, ...others])
  await rig.engine.ask('workspaces.update', { workspaceId: rig.workspaceId, changes: { safety: { undoSeconds: 15 } } })
}
const here = (): { workspaceId: string } => ({ workspaceId: rig.workspaceId })
const outOf = (postId: string) => rig.engine.ask('published.ofPost', { ...here(), postId })
const readPost = async (postId: string) => (await rig.engine.ask('posts.read', { ...here(), postId })).post
const storyOf = (jobId: string) => rig.engine.ask('outbox.readJob', { ...here(), jobId })
const jobOf = async (postId: string, place = 0): Promise<string> => (await outOf(postId)).parts[place]!.jobId
const inputOf = (jobId: string, text: string, seen: string | null, more: Partial<RequestInput<'published.edit'>> = {}) => ({ ...here(), jobId, title: '', document: textToDocument(text), seen: seen === null ? null : { text: seen }, ...more })
const edit = async (jobId: string, text: string, seen: string | null, more = {}) => (await rig.engine.ask('published.edit', inputOf(jobId, text, seen, more))).job
const tryToEdit = (jobId: string, text: string, seen: string | null, more = {}) => rig.engine.request('published.edit', inputOf(jobId, text, seen, more))

test('a typo in a post that is out is mended there, after the moment in which that can be taken back; the post, its history and reality follow', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor à tous'])
  const jobId = await jobOf(postId)
  const job = await edit(jobId, 'Bonjour à tous', 'Bonjuor à tous')
  expect(network.calls).toEqual([])
  expect(await outOf(postId)).toMatchObject({ parts: [{ edit: 'yes', editedAt: null, underWay: { id: job.id, kind: 'edit' } }] })
  await rig.engine.advance(minute)
  expect([network.calls, [...network.posts.values()]]).toEqual([['read post-1', 'edit post-1'], ['Bonjour à tous']])
  expect(await outOf(postId)).toMatchObject({ parts: [{ underWay: null }], changes: [{ state: 'published', about: { jobId, postId } }] })
  expect((await outOf(postId)).parts[0]!.editedAt).not.toBeNull()
  expect(documentToText((await readPost(postId)).document)).toBe('Bonjour à tous')
  expect((await readPost(postId)).status).toBe('published')
  const { versions } = await rig.engine.ask('posts.listVersions', { ...here(), postId })
  expect(versions.map(({ reason, excerpt }) => [reason, excerpt])).toEqual([['edit', 'Bonjour à tous'], ['schedule', 'Bonjuor à tous']])
  const reality = await rig.engine.ask('reality.read', { ...here(), jobId })
  expect([reality.sent.text, reality.kept?.there]).toEqual(['Bonjour à tous', { text: 'Bonjour à tous' }])
})

test('taken back in time, it stands as it was', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  const { id } = await edit(await jobOf(postId), 'Bonjour', 'Bonjuor')
  await rig.engine.ask('outbox.decide', { ...here(), jobId: id, decision: 'drop' })
  await rig.engine.advance(10 * minute)
  expect([network.calls, [...network.posts.values()], documentToText((await readPost(postId)).document)]).toEqual([[], ['Bonjuor'], 'Bonjuor'])
})

test('what somebody changed there meanwhile is not written over: nothing is written, and both are told', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  const { id } = await edit(await jobOf(postId), 'Bonjour', 'Bonjuor')
  network.posts.set('post-1', 'Bonjuor, corrigé là-bas')
  await rig.engine.advance(10 * minute)
  expect([network.calls, [...network.posts.values()]]).toEqual([['read post-1'], ['Bonjuor, corrigé là-bas']])
  expect((await storyOf(id)).job).toMatchObject({ state: 'failed', failure: { code: 'changed_there', details: { seen: 'Bonjuor', there: 'Bonjuor, corrigé là-bas' } } })
  expect((await readPost(postId)).status).toBe('published')
  // Asked for again over what stands there now, it is written.
  expect(await tryToEdit(await jobOf(postId), 'Bonjour', 'Bonjuor, corrigé là-bas')).toMatchObject({ ok: false, error: { code: 'post_not_editable', details: { reason: 'under_way' } } })
  await rig.engine.ask('outbox.decide', { ...here(), jobId: id, decision: 'drop' })
  await edit(await jobOf(postId), 'Bonjour', 'Bonjuor, corrigé là-bas')
  await rig.engine.advance(minute)
  expect([...network.posts.values()]).toEqual(['Bonjour'])
})

test('what is gone there is not written, and is told', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  const { id } = await edit(await jobOf(postId), 'Bonjour', 'Bonjuor')
  network.posts.clear()
  await rig.engine.advance(10 * minute)
  expect((await storyOf(id)).job).toMatchObject({ state: 'failed', failure: { code: 'rejected', details: { reason: 'gone' } } })
  expect(network.posts.size).toBe(0)
})

test.each(['done_then_cut', 'cut_before'] as const)('where the answer is lost (%s), Vigie reads what stands there before it writes again', async (trouble) => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  network.troubles.push(trouble)
  const { id } = await edit(await jobOf(postId), 'Bonjour', 'Bonjuor')
  await rig.engine.advance(10 * minute)
  expect([...network.posts.values()]).toEqual(['Bonjour'])
  expect(network.calls.filter((call) => call === 'edit post-1')).toHaveLength(trouble === 'done_then_cut' ? 1 : 2)
  // Each writing has a reading right before it.
  expect(network.calls.every((call, place) => call !== 'edit post-1' || network.calls[place - 1] === 'read post-1')).toBe(true)
  expect((await storyOf(id)).job.state).toBe('published')
})

test('an engine that dies between request and answer finds out what became of it, writes nothing twice, and leaves alone what somebody changed in that time', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  network.troubles.push('done_then_silent')
  const { id } = await edit(await jobOf(postId), 'Bonjour', 'Bonjuor')
  await rig.engine.advance(16_000)
  expect([network.calls, (await storyOf(id)).job.state]).toEqual([['read post-1', 'edit post-1'], 'sending'])
  await rig.engine.restart({ crash: true })
  await rig.engine.advance(10 * minute)
  expect([network.calls.filter((call) => call.startsWith('edit')), [...network.posts.values()], (await storyOf(id)).job.state]).toEqual([['edit post-1'], ['Bonjour'], 'published'])
  expect((await storyOf(id)).attempts.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual(['send interrupted', 'look_up published'])
  expect(documentToText((await readPost(postId)).document)).toBe('Bonjour')

  network.troubles.push('done_then_silent')
  const second = await edit(await jobOf(postId), 'Bonjour !', 'Bonjour')
  await rig.engine.advance(16_000)
  network.posts.set('post-1', 'Tout autre chose')
  await rig.engine.restart({ crash: true })
  await rig.engine.advance(20 * minute)
  expect([...network.posts.values()]).toEqual(['Tout autre chose'])
  expect((await storyOf(second.id)).job).toMatchObject({ state: 'failed', failure: { code: 'changed_there' } })
  expect(documentToText((await readPost(postId)).document)).toBe('Bonjour')
})

test('where nothing can be read back a lost answer is the person’s to tell, and never written again unasked', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  network.givesBack = false
  network.troubles.push('done_then_cut')
  const { id } = await edit(await jobOf(postId), 'Bonjour', null)
  await rig.engine.advance(60 * minute)
  expect([network.calls, (await storyOf(id)).job]).toMatchObject([['edit post-1'], { state: 'unknown_outcome', nextAttemptAt: null }])
  await rig.engine.ask('outbox.decide', { ...here(), jobId: id, decision: 'it_is_there' })
  expect((await storyOf(id)).job.state).toBe('published')
  expect(documentToText((await readPost(postId)).document)).toBe('Bonjour')
})

test('a hold keeps the new words', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  await rig.engine.ask('safety.hold', { ...here(), reason: '' })
  const { id } = await edit(await jobOf(postId), 'Bonjour', 'Bonjuor')
  await rig.engine.advance(minute)
  expect([network.calls, (await storyOf(id)).job.state]).toEqual([[], 'held'])
  await rig.engine.ask('outbox.decide', { ...here(), jobId: id, decision: 'drop' })
})

test('where posts need a yes, new words need one too; it comes with them and is written down', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  await rig.engine.ask('workspaces.update', { ...here(), changes: { safety: { approval: 'needed' } } })
  const jobId = await jobOf(postId)
  expect(await tryToEdit(jobId, 'Bonjour', 'Bonjuor')).toMatchObject({ ok: false, error: { code: 'approval_missing' } })
  await edit(jobId, 'Bonjour', 'Bonjuor', { yes: { by: 'Claire', channel: 'phone', note: '' } })
  await rig.engine.advance(minute)
  expect([...network.posts.values()]).toEqual(['Bonjour'])
  expect((await rig.engine.ask('posts.read', { ...here(), postId })).post.approval).toMatchObject({ kind: 'approved', by: 'Claire' })
})

test('where a yes became needed after the change was asked for, nothing is written without one', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  const { id } = await edit(await jobOf(postId), 'Bonjour', 'Bonjuor')
  await rig.engine.ask('workspaces.update', { ...here(), changes: { safety: { approval: 'needed' } } })
  await rig.engine.advance(10 * minute)
  expect([network.calls, [...network.posts.values()], (await storyOf(id)).job]).toMatchObject([[], ['Bonjuor'], { state: 'held', failure: { code: 'approval_missing' } }])
  // Pressed all the same, it is still asked.
  await rig.engine.request('outbox.decide', { ...here(), jobId: id, decision: 'publish_now' })
  await rig.engine.advance(minute)
  expect([network.calls, (await storyOf(id)).job.state]).toEqual([[], 'held'])
})

test('a part of a thread is changed alone, and other accounts keep their words', async () => {
  const other = createPaperNetwork('bluesky')
  await start([other])
  const postId = await rig.publish(['Un', 'Duex'])
  const { parts } = await outOf(postId)
  const second = parts.find((part) => part.accountId === rig.accounts[0]!.id && part.part?.number === 2)!
  await edit(second.jobId, 'Deux', 'Duex')
  await rig.engine.advance(minute)
  expect([[...network.posts.values()], [...other.posts.values()]]).toEqual([['Un', 'Deux'], ['Un', 'Duex']])
  const [part] = (await readPost(postId)).moreParts ?? []
  expect([documentToText(part!.document), part!.variants.map(({ accountId, document }) => [accountId, documentToText(document)])]).toEqual(['Duex', [[rig.accounts[0]!.id, 'Deux']]])
  // Bluesky's apps would go on showing the old words.
  expect(parts.find(({ accountId }) => accountId === rig.accounts[1]!.id)).toMatchObject({ edit: 'not_shown' })
  expect(await tryToEdit(parts.find(({ accountId }) => accountId === rig.accounts[1]!.id)!.jobId, 'x', 'y')).toMatchObject({ ok: false, error: { code: 'post_not_editable', details: { reason: 'not_shown' } } })
})

test('where all parts went out as one, each says what it says there now', async () => {
  network = createPaperNetwork('facebook')
  rig = await startPaperRig([network])
  const postId = await rig.publish(['Un', 'Duex', 'Trois'])
  expect([...network.posts.values()]).toEqual(['Un\n\nDuex\n\nTrois'])
  await edit(await jobOf(postId), 'Un\n\nDeux\n\nTrois', 'Un\n\nDuex\n\nTrois')
  await rig.engine.advance(minute)
  expect([...network.posts.values()]).toEqual(['Un\n\nDeux\n\nTrois'])
  const post = await readPost(postId)
  expect([post.document, ...(post.moreParts ?? []).map((part) => part.document)].map(documentToText)).toEqual(['Un', 'Deux', 'Trois'])
})

test('words that are too long, empty or the same are refused before anything is asked of the network', async () => {
  await start()
  const jobId = await jobOf(await rig.publish(['Bonjour']))
  expect(await tryToEdit(jobId, 'Bonjour', 'Bonjour')).toMatchObject({ ok: false, error: { code: 'post_not_editable', details: { reason: 'same_words' } } })
  expect(await tryToEdit(jobId, '', 'Bonjour')).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'empty' } } })
  expect(await tryToEdit(jobId, 'x'.repeat(501), 'Bonjour')).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'too_long' } } })
  expect(await tryToEdit(rig.engine.random.id(), 'x', null)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(network.calls).toEqual([])
})

test('a typo in a post that is out on several accounts: each change is a job of its own, done once over a crash; written again, the post begins with the mended words', async () => {
  const [other, third] = [createPaperNetwork('telegram'), createPaperNetwork('bluesky')]
  await start([other, third])
  const postId = await rig.publish(['Bonjuor à tous'])
  const { parts } = await outOf(postId)
  const editable = parts.filter((part) => part.edit === 'yes')
  expect([parts.length, editable.length]).toEqual([3, 2])
  other.troubles.push('done_then_silent')
  for (const { jobId } of editable) await edit(jobId, 'Bonjour à tous', 'Bonjuor à tous')
  await rig.engine.advance(16_000)
  await rig.engine.restart({ crash: true })
  await rig.engine.advance(10 * minute)
  expect([[...network.posts.values()], [...other.posts.values()], [...third.posts.values()]]).toEqual([['Bonjour à tous'], ['Bonjour à tous'], ['Bonjuor à tous']])
  for (const one of [network, other]) expect(one.calls.filter((call) => call.startsWith('edit'))).toHaveLength(1)
  const { versions } = await rig.engine.ask('posts.listVersions', { ...here(), postId })
  expect(versions.map(({ reason }) => reason)).toEqual(['edit', 'edit', 'schedule'])

  const newPostId = rig.engine.random.id()
  const { post } = await rig.engine.ask('posts.copy', { ...here(), postId, newPostId })
  expect([documentToText(post.document), post.targets.map(({ variant }) => variant)]).toEqual(['Bonjour à tous', [null, null, null]])
})
