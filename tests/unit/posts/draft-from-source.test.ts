import { describe, expect, it } from 'vitest'
import { draftFromSource } from '../../../electron/engine/posts/draft-from-source.ts'
import { postContentSchema } from '../../../shared/posts/post.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

const textOf = (source: Parameters<typeof draftFromSource>[0]): string => documentToText(draftFromSource(source).document)

describe('a draft about a source', () => {
  it('has the title as text and as title, and the address as a link', () => {
    const draft = draftFromSource({ title: ' Candles are back ', url: 'https://news.example/candles?id=1' })
    expect(draft.title).toBe('Candles are back')
    expect(documentToText(draft.document)).toContain('Candles are back')
    expect(JSON.stringify(draft.document)).toContain('"href":"https://news.example/candles?id=1"')
    expect([draft.targets, draft.media]).toEqual([[], []])
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'not an address', `https://news.example/${'x'.repeat(2100)}`])('makes no link of %s', (url) => {
    expect(JSON.stringify(draftFromSource({ title: 'Candles', url }))).not.toContain('href')
  })

  it.each([
    { title: '', url: null },
    { title: 'x'.repeat(2000), url: 'https://news.example' },
    { title: 'Émoji 👩‍👩‍👧 et « guillemets »', url: null }
  ])('is always a post that can be saved: %j', (source) => {
    expect(postContentSchema.safeParse(draftFromSource(source)).success).toBe(true)
    expect(textOf(source)).toContain(source.title.slice(0, 100))
  })
})
