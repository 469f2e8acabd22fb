import type { OpenPost } from './composer-state.ts'

/** What is out is no longer composed, only read; so is what was deleted from everywhere. */
export function titleOf({ revision, status }: Pick<OpenPost, 'revision' | 'status'>): 'newPost' | 'publishedPost' | 'removedPost' | 'title' {
  if (revision === 0) return 'newPost'
  if (status === 'removed') return 'removedPost'
  return status === 'published' ? 'publishedPost' : 'title'
}

/** Something of it went out, whether it is still there or not: a copy of it is written again. */
export function wasOut({ status }: Pick<OpenPost, 'status'>): boolean {
  return status === 'published' || status === 'partly_published' || status === 'removed'
}
