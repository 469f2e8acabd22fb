/** What the shelf carries to a day of the calendar. */
export type Carried = { readonly kind: 'draft' | 'idea'; readonly id: string } | { readonly kind: 'pictures'; readonly mediaIds: readonly string[] }

/** As an attribute of the element that is dragged. */
export function asAttribute(carried: Carried): string {
  return `${carried.kind} ${carried.kind === 'pictures' ? carried.mediaIds.join(' ') : carried.id}`
}

/** Null for what does not come from the shelf. */
export function carriedBy(attribute: string | undefined): Carried | null {
  const [kind, ...ids] = (attribute ?? '').split(' ')
  const [id] = ids
  if (id === undefined) return null
  if (kind === 'pictures') return { kind, mediaIds: ids }
  return kind === 'draft' || kind === 'idea' ? { kind, id } : null
}
