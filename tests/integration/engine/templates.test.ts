import { afterEach, beforeEach, expect, it } from 'vitest'
import { paintPicture } from '../../../electron/engine/practice/images/paint-picture.ts'
import { createPaperNetwork } from '../../ui/support/paper-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let accountIds: readonly string[]

const paragraph = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })

beforeEach(async () => {
  const network = createPaperNetwork('bluesky', () => engine.now())
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const ids: string[] = []
  for (const who of ['lune', 'soleil']) {
    network.invite(who, { displayName: who, handle: `@${who}`, serverUrl: 'https://server.example' })
    ids.push((await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: who, appPassword: 'paper' })).id)
  }
  accountIds = ids
})
afterEach(() => engine.stop())

async function contentWithAll() {
  const mediaId = engine.random.id()
  await engine.ask('media.add', { workspaceId, mediaId, fileName: 'a.png', bytes: new Uint8Array(paintPicture('front')) })
  const [one = '', other = ''] = accountIds
  return {
    title: 'Portrait',
    document: paragraph('Le portrait de la semaine'),
    targets: [{ accountId: one, variant: null }, { accountId: other, variant: paragraph('Autrement dit') }],
    media: [{ mediaId, altText: 'La vitrine' }],
    moreParts: [{ id: engine.random.id(), document: paragraph('La suite'), variants: [{ accountId: other, document: paragraph('La suite, autrement') }], media: [] }]
  }
}

it('begins a post with everything of a template, once, for the day that was meant', async () => {
  const content = await contentWithAll()
  const templateId = engine.random.id()
  const saved = await engine.ask('templates.save', { workspaceId, template: { id: templateId, name: 'Portrait', content } })
  expect(saved).toMatchObject({ excerpt: 'Portrait', partCount: 2, imageCount: 1 })
  await engine.restart({ crash: true })
  const newPostId = engine.random.id()
  const use = { workspaceId, templateId, newPostId, plannedFor: '2026-12-01T09:00' }
  await engine.ask('templates.use', use)
  await engine.ask('templates.use', use)
  const { post } = await engine.ask('posts.read', { workspaceId, postId: newPostId })
  expect(post).toMatchObject({ ...content, status: 'draft', revision: 1, plan: { localDateTime: '2026-12-01T09:00' } })
})

it('leaves out accounts that were removed', async () => {
  const content = await contentWithAll()
  const templateId = engine.random.id()
  await engine.ask('templates.save', { workspaceId, template: { id: templateId, name: 'Portrait', content } })
  await engine.ask('accounts.remove', { workspaceId, accountId: accountIds[1] ?? '' })
  const newPostId = engine.random.id()
  await engine.ask('templates.use', { workspaceId, templateId, newPostId, plannedFor: null })
  const { post } = await engine.ask('posts.read', { workspaceId, postId: newPostId })
  expect(post.media).toEqual(content.media)
  expect(post.targets).toEqual([content.targets[0]])
  expect(post.moreParts).toMatchObject([{ variants: [] }])
})

it('lists by name, renames and removes', async () => {
  const content = { title: '', document: paragraph('Bonjour'), targets: [], media: [] }
  const [one, other] = [engine.random.id(), engine.random.id()]
  await engine.ask('templates.save', { workspaceId, template: { id: one, name: 'Zeste', content } })
  await engine.ask('templates.save', { workspaceId, template: { id: other, name: 'Été', content } })
  await engine.ask('templates.rename', { workspaceId, templateId: one, name: ' Abricot ' })
  const names = async () => (await engine.ask('templates.list', { workspaceId })).templates.map(({ name }) => name)
  expect(await names()).toEqual(['Abricot', 'Été'])
  await engine.ask('templates.remove', { workspaceId, templateId: one })
  await engine.ask('templates.remove', { workspaceId, templateId: one })
  expect(await names()).toEqual(['Été'])
  expect(await engine.request('templates.use', { workspaceId, templateId: one, newPostId: engine.random.id(), plannedFor: null })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})
