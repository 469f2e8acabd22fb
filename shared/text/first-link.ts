import { findWebAddresses } from './find-web-addresses.ts'

/** The address of which networks make a card: the first one that is written out in the text. */
export function firstLink(text: string): string | null {
  return findWebAddresses(text)[0]?.address ?? null
}
