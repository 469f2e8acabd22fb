import { afterEach, expect, test } from 'vitest'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { createPaperNetwork, startPaperRig, type PaperNetwork, type PaperRig } from '../support/paper-network.ts'

let rig: PaperRig
let network: PaperNetwork
afterEach(() => rig?.engine.stop())

const minute = 60_000
const hour = 60 * minute
async function start(others: readonly PaperNetwork[] = []): Promise<void> {
  network = createPaperNetwork('mastodon')
  rig = await startPaperRig([network, ...others])
  await rig.engine.ask('workspaces.update', { workspaceId: rig.workspaceId, changes: { safety: { undoSeconds: 15 } } })
}
const here = () => ({ workspaceId: rig.workspaceId })
const partOf = async (postId: string, place = 0) => (await rig.engine.ask('published.ofPost', { ...here(), postId })).parts[place]!
async function edit(postId: string, text: string, seen: string | null, place = 0): Promise<string> {
  const { jobId } = await partOf(postId, place)
  return (await rig.engine.ask('published.edit', { ...here(), jobId, title: '', document: textToDocument(text), seen: seen === null ? null : { text: seen } })).job.id
}
async function found(text: string, { place = 0, at = rig.engine.now(), postId = rig.engine.random.id() } = {}) {
  return (await rig.engine.ask('posts.findRepeats', { ...here(), postId, at, texts: [{ accountId: rig.accounts[place]!.id, text }] })).repeats
}
/** Of what is asked about: a post with these words, and one that is given or has them by an edit. */
const kinds = async (text: string, options = {}) => (await found(text, options)).map(({ state, isEdit }) => `${isEdit ? 'edit' : 'post'} ${state}`)
async function tryToPublish(text: string) {
  const postId = rig.engine.random.id()
  const content = { title: '', document: textToDocument(text), targets: rig.accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] }
  const { revision } = await rig.engine.ask('posts.saveDraft', { ...here(), postId, revision: 0, content })
  return rig.engine.request('posts.schedule', { ...here(), postId, revision, when: { kind: 'now' } })
}
const asked = { ok: false, error: { code: 'repeat_needs_confirmation' } }

test('after a confirmed edit the new words are said already, and those that stand nowhere any more are not', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor à tous'])
  await edit(postId, 'Bonjour à tous', 'Bonjuor à tous')
  await rig.engine.advance(minute)
  const [repeat] = await found('bonjour à TOUS')
  const editedAt = (await partOf(postId)).editedAt
  expect(repeat).toEqual({ accountId: rig.accounts[0]!.id, at: editedAt, state: 'published', isEdit: true })
  expect(await tryToPublish('Bonjour à tous')).toMatchObject(asked)
  expect(await found('Bonjuor à tous')).toEqual([])
  expect(await tryToPublish('Bonjuor à tous')).toMatchObject({ ok: true })
})

test('while it can be taken back, and while it is on its way, both count; taken back, the old words alone', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  const jobId = await edit(postId, 'Bonjour', 'Bonjuor')
  expect([await kinds('Bonjour'), await kinds('Bonjuor')]).toEqual([['edit queued'], ['post published']])
  expect([await tryToPublish('Bonjour'), await tryToPublish('Bonjuor')]).toMatchObject([asked, asked])
  await rig.engine.ask('outbox.decide', { ...here(), jobId, decision: 'drop' })
  expect([await kinds('Bonjour'), await kinds('Bonjuor')]).toEqual([[], ['post published']])

  network.troubles.push('done_then_silent')
  await edit(postId, 'Bonjour', 'Bonjuor')
  await rig.engine.advance(16_000)
  expect([await kinds('Bonjour'), await kinds('Bonjuor')]).toEqual([['edit sending'], ['post published']])
  await rig.engine.restart({ crash: true })
  expect([(await kinds('Bonjour')).length, await kinds('Bonjuor')]).toEqual([1, ['post published']])
  await rig.engine.advance(10 * minute)
  expect([await kinds('Bonjour'), await kinds('Bonjuor')]).toEqual([['edit published'], []])
})

test('while nobody knows what became of it both count, until somebody says', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  network.givesBack = false
  network.troubles.push('done_then_cut')
  const jobId = await edit(postId, 'Bonjour', null)
  await rig.engine.advance(hour)
  expect([await kinds('Bonjour'), await kinds('Bonjuor')]).toEqual([['edit unknown_outcome'], ['post published']])
  await rig.engine.ask('outbox.decide', { ...here(), jobId, decision: 'it_is_there' })
  expect([await kinds('Bonjour'), await kinds('Bonjuor')]).toEqual([['edit published'], []])
})

test('an edit that the network refused says nothing, and leaves the old words standing', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  network.troubles.push('refused')
  await edit(postId, 'Bonjour', 'Bonjuor')
  await rig.engine.advance(minute)
  expect([await kinds('Bonjour'), await kinds('Bonjuor')]).toEqual([[], ['post published']])
})

test('of several edits the newest counts, back to the first words too; deleted, none', async () => {
  await start()
  const postId = await rig.publish(['Un'])
  await edit(postId, 'Deux', 'Un')
  await rig.engine.advance(minute)
  await edit(postId, 'Trois', 'Deux')
  expect([await kinds('Un'), await kinds('Deux'), await kinds('Trois')]).toEqual([[], ['edit published'], ['edit queued']])
  await rig.engine.advance(minute)
  expect([await kinds('Un'), await kinds('Deux'), await kinds('Trois')]).toEqual([[], [], ['edit published']])
  await edit(postId, 'Un', 'Trois')
  await rig.engine.advance(minute)
  expect([await kinds('Un'), await kinds('Trois')]).toEqual([['edit published'], []])
  await rig.engine.ask('published.remove', { ...here(), postId, accountIds: [rig.accounts[0]!.id] })
  await rig.engine.advance(minute)
  expect(network.posts.size).toBe(0)
  expect([await kinds('Un'), await kinds('Trois')]).toEqual([[], []])
})

test('it counts for its account and its part alone, and never for its own post', async () => {
  const other = createPaperNetwork('bluesky')
  await start([other])
  const postId = await rig.publish(['Un', 'Duex'])
  const { parts } = await rig.engine.ask('published.ofPost', { ...here(), postId })
  await edit(postId, 'Deux', 'Duex', parts.findIndex((part) => part.accountId === rig.accounts[0]!.id && part.part?.number === 2))
  await rig.engine.advance(minute)
  expect([await kinds('Un'), await kinds('Duex'), await kinds('Deux')]).toEqual([['post published'], [], ['edit published']])
  expect([await kinds('Duex', { place: 1 }), await kinds('Deux', { place: 1 })]).toEqual([['post published'], []])
  expect(await kinds('Deux', { postId })).toEqual([])
})

test('a day after the edit it is no repeat; begun from that very post it asks however long ago that was', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  await rig.engine.advance(30 * hour)
  expect(await kinds('Bonjuor')).toEqual([])
  await edit(postId, 'Bonjour', 'Bonjuor')
  await rig.engine.advance(minute)
  // Somebody has just written these words there, however old the post is.
  expect(await kinds('Bonjour')).toEqual(['edit published'])
  await rig.engine.advance(25 * hour)
  expect(await kinds('Bonjour')).toEqual([])
  const newPostId = rig.engine.random.id()
  const { post } = await rig.engine.ask('posts.copy', { ...here(), postId, newPostId })
  expect(await kinds('Bonjour', { postId: newPostId })).toEqual(['edit published'])
  expect(await rig.engine.request('posts.schedule', { ...here(), postId: newPostId, revision: post.revision, when: { kind: 'now' } })).toMatchObject(asked)
})

test('a move that brings a planned post near the new words is asked about', async () => {
  await start()
  const postId = await rig.publish(['Bonjuor'])
  const laterId = rig.engine.random.id()
  const content = { title: '', document: textToDocument('Bonjour'), targets: rig.accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] }
  const { revision } = await rig.engine.ask('posts.saveDraft', { ...here(), postId: laterId, revision: 0, content })
  const dayAfter = (days: number) => new Date(rig.engine.now() + days * 24 * hour).toISOString().slice(0, 10)
  await rig.engine.ask('posts.schedule', { ...here(), postId: laterId, revision, when: { kind: 'at', localDateTime: `${dayAfter(5)}T12:00` } })
  await edit(postId, 'Bonjour', 'Bonjuor')
  await rig.engine.advance(minute)
  const move = (localDateTime: string) => rig.engine.request('posts.reschedule', { ...here(), postId: laterId, localDateTime })
  expect(await move(`${dayAfter(3)}T12:00`)).toMatchObject({ ok: true })
  const soon = new Date(rig.engine.now() + 5 * hour).toISOString().slice(0, 16)
  expect(await move(soon)).toMatchObject(asked)
})

test('an edit to the words of another post of the account asks first, whether that one is out or waits', async () => {
  await start()
  await rig.publish(['Ce soir à 20 h'])
  const postId = await rig.publish(['Demain à 20 h'])
  const { jobId } = await partOf(postId)
  const write = (text: string, isRepeatMeant?: boolean) => rig.engine.request('published.edit', { ...here(), jobId, title: '', document: textToDocument(text), seen: { text: 'Demain à 20 h' }, ...(isRepeatMeant === undefined ? {} : { isRepeatMeant }) })
  expect(await write('Ce soir à 20 h')).toMatchObject({ ...asked, error: { details: { state: 'published', accountId: rig.accounts[0]!.id } } })
  expect((await rig.engine.ask('published.ofPost', { ...here(), postId })).changes).toEqual([])

  const waiting = rig.engine.random.id()
  const content = { title: '', document: textToDocument('Après-demain'), targets: rig.accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] }
  const { revision } = await rig.engine.ask('posts.saveDraft', { ...here(), postId: waiting, revision: 0, content })
  await rig.engine.ask('posts.schedule', { ...here(), postId: waiting, revision, when: { kind: 'at', localDateTime: new Date(rig.engine.now() + 6 * hour).toISOString().slice(0, 16) } })
  expect(await write('Après-demain')).toMatchObject({ ...asked, error: { details: { state: 'queued' } } })
  expect(await write('Ce soir à 20 h', true)).toMatchObject({ ok: true })
})

test('a scheduled post that is written anew to the words of another one asks when it is scheduled again', async () => {
  await start()
  const at = (hours: number) => ({ kind: 'at' as const, localDateTime: new Date(rig.engine.now() + hours * hour).toISOString().slice(0, 16) })
  const schedule = async (text: string, hours: number) => {
    const postId = rig.engine.random.id()
    const content = { title: '', document: textToDocument(text), targets: rig.accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] }
    const { revision } = await rig.engine.ask('posts.saveDraft', { ...here(), postId, revision: 0, content })
    await rig.engine.ask('posts.schedule', { ...here(), postId, revision, when: at(hours) })
    return { postId, revision, content }
  }
  await schedule('Un', 6)
  const { postId, revision, content } = await schedule('Deux', 8)
  await rig.engine.ask('posts.unschedule', { ...here(), postId })
  const saved = await rig.engine.ask('posts.saveDraft', { ...here(), postId, revision, content: { ...content, document: textToDocument('un ') } })
  expect(await rig.engine.request('posts.schedule', { ...here(), postId, revision: saved.revision, when: at(8) })).toMatchObject(asked)
})
