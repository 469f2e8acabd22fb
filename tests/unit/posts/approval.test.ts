import { describe, expect, test } from 'vitest'
import { approvalAfterEdit, approvalKinds, approvalSchema, isApproved, standingApproval, standingNo, type Approval } from '../../../shared/posts/approval.ts'
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
    expect(approvalAfterEdit([approval], other, 9)).toBe(approval)
  })

  test('ends with an edit, for good, and not with a save that changes nothing', () => {
    expect(approvalAfterEdit([approved], other, 9)).toEqual({ kind: 'taken_back', at: 9, by: 'Claire' })
    expect(approvalAfterEdit([approved], hash, 9)).toBe(approved)
  })

  test('the list of kinds is that of the union', () => {
    expect([...approvalKinds].toSorted()).toEqual(approvalSchema.options.map((option) => option.shape.kind.value).toSorted())
  })
})

describe('a no', () => {
  const no = { by: 'Claire', channel: 'phone', comment: 'No', contentHash: hash } as const
  const refused: Approval = { kind: 'refused', at: 1, ...no }

  test('stands for the very content it was said to, ends with an edit, and is back with the old words', () => {
    expect(standingNo(standingApproval(refused, hash))).toEqual(no)
    expect(standingNo(standingApproval(refused, other))).toBeNull()
    const edited = approvalAfterEdit([refused], other, 9)
    expect(edited).toEqual({ ...refused, kind: 'refused_before' })
    expect(standingNo(standingApproval(edited, hash))).toEqual(no)
    expect(approvalAfterEdit([edited], hash, 9)).toEqual(refused)
    expect(approvalAfterEdit([edited], 'c'.repeat(64), 9)).toBe(edited)
  })

  test('asking again about the same content does not end it; about another it does', () => {
    const asked: Approval = { kind: 'asked', at: 2, note: '', no }
    expect(standingNo(standingApproval(asked, hash))).toEqual(no)
    expect(standingNo(standingApproval(asked, other))).toBeNull()
    expect(approvalAfterEdit([asked], other, 9)).toEqual({ kind: 'asked', at: 2, note: '', noBefore: no })
    expect(standingApproval(approvalAfterEdit([asked], other, 9), hash)).toEqual(asked)
    expect(approvalAfterEdit([asked], hash, 9)).toBe(asked)
  })

  test('the decision to send it all the same ends with the next edit, and the old words need it anew', () => {
    const sent: Approval = { kind: 'sent_anyway', at: 3, ...no }
    expect(standingNo(standingApproval(sent, hash))).toBeNull()
    expect(isApproved(sent, hash)).toBe(false)
    const edited = approvalAfterEdit([sent], other, 9)
    expect(edited.kind).toBe('refused_before')
    expect(standingNo(standingApproval(edited, hash))).toEqual(no)
  })

  test('of an earlier version, which did not write down to what, stands', () => {
    const old: Approval = { kind: 'refused', at: 1, by: 'Claire', channel: 'phone', comment: 'No' }
    expect(standingNo(standingApproval(old, other))).toMatchObject({ by: 'Claire' })
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
