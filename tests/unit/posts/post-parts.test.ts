import { describe, expect, test } from 'vitest'
import type { JobState } from '../../../shared/outbox/job.ts'
import { partsLeft } from '../../../shared/posts/parts-left.ts'
import { mediaIdsOf, partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { swapMedia } from '../../../shared/posts/swap-media.ts'
import { isWhollyOut, threadProgress } from '../../../shared/posts/thread-progress.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

const written = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const image = (mediaId: string) => ({ mediaId, altText: mediaId })

const content: PostContent = {
  title: '',
  document: written('One'),
  targets: [{ accountId: 'a', variant: written('One for a') }, { accountId: 'b', variant: null }],
  media: [image('m1')],
  moreParts: [
    { id: 'p2', document: written('Two'), variants: [{ accountId: 'b', document: written('Two for b') }], media: [] },
    { id: 'p3', document: written('Three'), variants: [], media: [image('m3'), image('m1')] }
  ]
}
const at = (id: string) => ({ id, networkId: 'bluesky' as const, remoteId: id })
const textsFor = (accountId: string, threads: 'replies' | 'joined') => partsFor(content, at(accountId), { poll: 'none_there', threads }).map((part) => documentToText(part.document))

describe('partsFor', () => {
  test('each account gets its own text of each part, else the common one', () => {
    expect(textsFor('a', 'replies')).toEqual(['One for a', 'Two', 'Three'])
    expect(textsFor('b', 'replies')).toEqual(['One', 'Two for b', 'Three'])
  })

  test('an account that has pictures of its own gets those with the first part, also where it has none of them', () => {
    const of = (accountId: string, targets: PostContent['targets'], threads: 'replies' | 'joined') => partsFor({ ...content, targets }, at(accountId), { poll: 'none_there', threads }).map(({ media }) => media.map(({ mediaId }) => mediaId))
    const targets: PostContent['targets'] = [{ accountId: 'a', variant: null, media: [image('own')] }, { accountId: 'b', variant: null }, { accountId: 'c', variant: null, media: [] }]
    expect(of('a', targets, 'replies')).toEqual([['own'], [], ['m3', 'm1']])
    expect(of('a', targets, 'joined')).toEqual([['own', 'm3', 'm1']])
    expect(of('b', targets, 'replies')[0]).toEqual(['m1'])
    expect(of('c', targets, 'replies')[0]).toEqual([])
    expect(mediaIdsOf({ ...content, targets })).toEqual(['m1', 'm3', 'own'])
    expect(mediaIdsOf(swapMedia({ ...content, targets }, 'own', 'new'))).toEqual(['m1', 'm3', 'new'])
  })

  test('joined where there are no threads: texts one below the other, each image once', () => {
    const [whole, ...more] = partsFor(content, at('a'), { poll: 'none_there', threads: 'joined' })
    expect(more).toEqual([])
    expect(textsFor('a', 'joined')).toEqual(['One for a\n\nTwo\n\nThree'])
    expect(whole?.media.map(({ mediaId }) => mediaId)).toEqual(['m1', 'm3'])
  })
})

const job = (state: JobState, number: number, of: number) => ({ id: `${state} ${number}`, state, ...(of === 1 ? {} : { part: { number, of } }) })
const left = (...jobs: readonly ReturnType<typeof job>[]) => {
  const { parts, afterJobId } = partsLeft(partsFor(content, at('a'), { poll: 'none_there', threads: 'replies' }), jobs)
  return [parts.map(({ number }) => number), afterJobId]
}

describe('partsLeft', () => {
  test('everything when nothing is out, also after it was given up', () => {
    expect(left()).toEqual([[1, 2, 3], null])
    expect(left(job('cancelled', 1, 3), job('cancelled', 2, 3))).toEqual([[1, 2, 3], null])
  })

  test('goes on after the last confirmed part, whatever was given up in between', () => {
    expect(left(job('published', 1, 3), job('cancelled', 2, 3), job('cancelled', 3, 3))).toEqual([[2, 3], 'published 1'])
    expect(left(job('published', 1, 3), job('cancelled', 2, 3), job('published', 2, 3), job('cancelled', 3, 3))).toEqual([[3], 'published 2'])
  })

  test('nothing when all is out, or when it went out as one', () => {
    expect(left(job('published', 1, 2), job('published', 2, 2))[0]).toEqual([])
    expect(left(job('published', 1, 1))[0]).toEqual([])
  })
})

test('how far a thread is', () => {
  expect(threadProgress([job('published', 1, 1)])).toBeNull()
  expect(threadProgress([job('published', 1, 3), job('failed', 2, 3), job('queued', 3, 3)])).toEqual({ out: 1, of: 3, hasComment: false })
  expect(threadProgress([job('queued', 1, 2), job('queued', 2, 2)])).toEqual({ out: 0, of: 2, hasComment: false })
  expect(isWhollyOut([job('published', 1, 3), job('cancelled', 2, 3)])).toBe(false)
  expect(isWhollyOut([job('published', 1, 2), job('cancelled', 2, 2), job('published', 2, 2)])).toBe(true)
  expect(isWhollyOut([job('cancelled', 1, 1)])).toBe(false)
})

describe('a first comment', () => {
  const comment = { id: 'c', document: written('#tide #harbour'), variants: [], media: [], isComment: true as const }
  const commented: PostContent = { ...content, moreParts: [...(content.moreParts ?? []), comment] }

  test('is a part of its own where a network joins the others, and one more answer where it has threads', () => {
    const joined = partsFor(commented, at('a'), { poll: 'none_there', threads: 'joined', firstComment: true })
    expect(joined.map((part) => documentToText(part.document))).toEqual(['One for a\n\nTwo\n\nThree', '#tide #harbour'])
    expect(joined.map(({ isComment }) => isComment)).toEqual([undefined, true])
    expect(partsFor(commented, at('a'), { poll: 'none_there', threads: 'replies' }).map((part) => documentToText(part.document))).toEqual(['One for a', 'Two', 'Three', '#tide #harbour'])
  })

  test('goes nowhere where the network takes none, and never into the post', () => {
    expect(partsFor(commented, at('a'), { poll: 'none_there', threads: 'joined' }).map((part) => documentToText(part.document))).toEqual(['One for a\n\nTwo\n\nThree'])
  })
})
