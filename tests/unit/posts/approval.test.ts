import { describe, expect, test } from 'vitest'
import { approvalAfterEdit, approvalKinds, approvalSchema, isApproved, standingApproval, type Approval } from '../../../shared/posts/approval.ts'
import { contentHash } from '../../../electron/engine/safety/content-hash.ts'
import type { PostContent } from '../../../shared/posts/post.ts'

const [hash, other] = ['a'.repeat(64), 'b'.repeat(64)]
const approved: Approval = { kind: 'approved', at: 5, by: 'Claire', channel: 'mail', note: '', contentHash: hash }
const others: readonly Approval[] = [
  { kind: 'none' }, { kind: 'asked', at: 1, note: '' }, { kind: 'refused', at: 1, by: 'Claire', channel: 'phone', comment: 'No' }, { kind: 'taken_back', at: 1, by: 'Claire' }
]

describe('an approval', () => {
  test('counts for the very content it was given for', () => {
    expect(isApproved(approved, hash)).toBe(true)
    expect(isApproved(approved, other)).toBe(false)
    expect(standingApproval(approved, other)).toEqual({ kind: 'taken_back', at: 5, by: 'Claire' })
  })

  test.each(others)('nothing else is a yes: %o', (approval) => {
    expect(isApproved(approval, hash)).toBe(false)
    expect(approvalAfterEdit(approval, other, 9)).toBe(approval)
  })

  test('ends with an edit, for good, and not with a save that changes nothing', () => {
    expect(approvalAfterEdit(approved, other, 9)).toEqual({ kind: 'taken_back', at: 9, by: 'Claire' })
    expect(approvalAfterEdit(approved, hash, 9)).toBe(approved)
  })

  test('the list of kinds is that of the union', () => {
    expect([...approvalKinds].toSorted()).toEqual(approvalSchema.options.map((option) => option.shape.kind.value).toSorted())
  })
})

describe('the hash of a content', () => {
  const paragraph = (text: string): PostContent['document'] => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
  const content: PostContent = {
    title: 'T', document: paragraph('one'), media: [{ mediaId: 'm', altText: 'alt' }], targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: paragraph('own') }]
  }

  test('is the same whatever the order of accounts and properties', () => {
    expect(contentHash({ ...content, targets: content.targets.toReversed() })).toBe(contentHash(content))
    expect(contentHash({ media: content.media, targets: content.targets, document: content.document, title: 'T' })).toBe(contentHash(content))
    expect(contentHash({ ...content, moreParts: [] })).toBe(contentHash(content))
  })

  test.each<[string, Partial<PostContent>]>([
    ['title', { title: 'U' }], ['text', { document: paragraph('two') }], ['an account more', { targets: [...content.targets, { accountId: 'c', variant: null }] }],
    ['own text', { targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: paragraph('other') }] }], ['image', { media: [] }],
    ['description', { media: [{ mediaId: 'm', altText: 'changed' }] }], ['a part more', { moreParts: [{ id: 'p', document: paragraph('more'), variants: [], media: [] }] }]
  ])('changes with the %s', (_name, change) => {
    expect(contentHash({ ...content, ...change })).not.toBe(contentHash(content))
  })
})
