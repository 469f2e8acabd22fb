import { expect, test } from 'vitest'
import { startTestEngine } from '../support/start-test-engine.ts'

test('lists each picture once, with its description and its posts, by the words of both', async () => {
  const engine = await startTestEngine({ adapters: [] })
  try {
    const workspaceId = engine.random.id()
    await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
    const gif = (mark: number) => new Uint8Array([...Buffer.from('GIF89a'), 2 + mark, 0, 3, 0, 0, 0, 0])
    const add = async (fileName: string, mark: number) => {
      await engine.advance(1000)
      return (await engine.ask('media.add', { workspaceId, mediaId: engine.random.id(), fileName, bytes: gif(mark) })).id
    }
    const draft = async (text: string, mediaId: string, altText: string) => {
      await engine.advance(1000)
      const postId = engine.random.id()
      const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, targets: [], media: [{ mediaId, altText }] }
      await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
      return postId
    }
    const find = async (query: string) => (await engine.ask('media.library', { workspaceId, query })).pictures
    expect(await find('')).toEqual([])
    const first = await add('bay.gif', 1)
    const other = await add('Été.gif', 2)
    const again = await add('IMG_0042.gif', 1)
    const old = await draft('Low tide', first, 'The bay at dawn')
    const newer = await draft('High tide', again, '')

    expect((await find('')).map(({ item }) => item.id)).toEqual([again, other])
    expect(await find('bay')).toMatchObject([{ item: { id: again, fileName: 'IMG_0042.gif' }, sameIds: [again, first], altText: 'The bay at dawn', useCount: 2, uses: [{ postId: newer, excerpt: 'High tide' }, { postId: old }] }])
    expect((await find('ete')).map(({ item }) => item.id)).toEqual([other])
    expect(await find('ete')).toMatchObject([{ altText: '', useCount: 0, uses: [] }])
    expect(await find('DAWN img')).toHaveLength(1)
    expect(await find('dawn ete')).toEqual([])
  } finally {
    await engine.stop()
  }
})
