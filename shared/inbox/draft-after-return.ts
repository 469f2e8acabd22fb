/**
 * What stands in the answer field once the stored draft is `stored`, and what is stored when the field saves `begun` without having seen that;
 * null when `begun` stays as it is. `ownTexts` are the drafts that this field
 * stored itself, the last one at the end: anything else is a reply that was taken back, above what was begun meanwhile. Newer letters of
 * what was begun are never lost.
 */
export function draftAfterReturn(stored: string, begun: string, ownTexts: readonly string[]): string | null {
  if (stored.trim() === '' || stored === begun || ownTexts.includes(stored)) return null
  const lastOwn = ownTexts.at(-1) ?? ''
  if (begun === '' || begun === lastOwn) return stored
  const returned = lastOwn !== '' && stored.endsWith(`\n\n${lastOwn}`) ? stored.slice(0, -lastOwn.length - 2) : stored
  return `${returned}\n\n${begun}`
}
