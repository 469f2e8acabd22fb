/** The first address that is written with its scheme, without the punctuation of the sentence behind it; null: there is none. `first-link.ts` takes bare domains for links too. */
export function firstAddress(text: string): string | null {
  return /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)»”’]/.exec(text)?.[0] ?? null
}
