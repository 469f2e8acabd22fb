import type { ReadyState } from './composer-state.ts'

/** Whether they differ in the words alone, and in whether those are stored. */
export function isSameButWords(before: ReadyState, now: ReadyState): boolean {
  const { content: wordsBefore, save: saveBefore, revision: _revisionBefore, ...postBefore } = before.post
  const { content: words, save, revision: _revision, ...post } = now.post
  return (
    isSame({ ...before, post: null }, { ...now, post: null }) &&
    isSame(postBefore, post) &&
    isSame({ ...wordsBefore, document: null }, { ...words, document: null }) &&
    (saveBefore.kind === 'untouched') === (save.kind === 'untouched')
  )
}

/** Whether both hold the very same things under the same names. */
function isSame(before: { readonly [name: string]: unknown }, now: { readonly [name: string]: unknown }): boolean {
  return Object.keys(before).length === Object.keys(now).length && Object.keys(now).every((name) => name in before && before[name] === now[name])
}
