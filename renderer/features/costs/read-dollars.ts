/** An amount as people type it, to the cent, with point or comma; empty: none. In thousandths of a dollar. `1,000` is not read: it may mean one or a thousand. */
export function readDollars(text: string): { readonly kind: 'read'; readonly mills: number | null } | { readonly kind: 'unreadable' } {
  const plain = text.replaceAll(/[\s$]/gu, '').replace(',', '.')
  if (plain === '') return { kind: 'read', mills: null }
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? { kind: 'read', mills: Math.round(Number(plain) * 1000) } : { kind: 'unreadable' }
}
