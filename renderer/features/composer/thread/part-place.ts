import type { PostContent } from '../../../../shared/posts/post.ts'

/** Tells parts apart by what stays their own when they change their places; null: the first, which has no name. */
export function partIdAt({ moreParts = [] }: Pick<PostContent, 'moreParts'>, place: number): string | null {
  return place === 0 ? null : (moreParts[place - 1]?.id ?? null)
}

/** Where that part stands now; null: it was removed meanwhile. */
export function placeOfPart({ moreParts = [] }: Pick<PostContent, 'moreParts'>, partId: string | null): number | null {
  if (partId === null) return 0
  const place = moreParts.findIndex(({ id }) => id === partId)
  return place < 0 ? null : place + 1
}
