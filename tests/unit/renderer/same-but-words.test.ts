import { describe, expect, test } from 'vitest'
import { emptyContent, type ReadyState } from '../../../renderer/features/composer/composer-state.ts'
import { isSameButWords } from '../../../renderer/features/composer/same-but-words.ts'

const state: ReadyState = {
  kind: 'ready',
  post: { postId: 'p', content: emptyContent, revision: 1, status: 'draft', schedule: null, plan: null, planChange: null, approval: { kind: 'none' }, origin: { kind: 'composer' }, jobs: [], covers: [], publishedAt: null, save: { kind: 'waiting' }, overtaken: null },
  accounts: [], media: [], editing: null, part: 0, isSettling: false
}
const withContent = (content: Partial<ReadyState['post']['content']>): ReadyState => ({ ...state, post: { ...state.post, content: { ...state.post.content, ...content } } })
const written = withContent({ document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Low tide' }] }] } })

describe('what comes a picture after the letter', () => {
  test('is what words alone lead to, and whether they are stored', () => {
    expect(isSameButWords(state, written)).toBe(true)
    expect(isSameButWords(state, { ...written, post: { ...written.post, revision: 2, save: { kind: 'saved', at: 1 } } })).toBe(true)
  })

  test.each([
    ['a title', withContent({ title: 'Tide' })],
    ['tags where there were none', withContent({ tags: ['tide'] })],
    ['a picture', withContent({ media: [{ mediaId: 'm', altText: '' }] })],
    ['an account', withContent({ targets: [{ accountId: 'a', variant: null }] })],
    ['a time', { ...state, post: { ...state.post, planChange: { to: '2027-01-05T09:30' } } }],
    ['the account in the editor', { ...state, editing: 'a' }],
    ['the part in the editor', { ...state, part: 1 }],
    ['that a call is out', { ...state, isSettling: true }],
    ['that it was changed elsewhere', { ...state, post: { ...state.post, overtaken: { kind: 'changed' } as const } }]
  ] satisfies readonly (readonly [string, ReadyState])[])('is never %s, with words or without', (_name, other) => {
    expect(isSameButWords(state, other)).toBe(false)
    expect(isSameButWords(other, state)).toBe(false)
    expect(isSameButWords(written, other)).toBe(false)
  })

  test('the first letter of a post shows at once what an untouched one does not have', () => {
    expect(isSameButWords({ ...state, post: { ...state.post, save: { kind: 'untouched' } } }, written)).toBe(false)
  })
})
