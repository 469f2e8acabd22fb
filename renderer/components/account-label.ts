/** An account in one line of plain text: `Quai des Cafés (@quai@mastodon.example)`. */
export function accountLabel({ displayName, handle }: { readonly displayName: string; readonly handle: string }): string {
  return displayName === '' || displayName === handle ? handle : `${displayName} (${handle})`
}
