/** Zero-width characters and marks of direction, which pages and chat programs slip into what is copied from them. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/** A name or a key as it was meant, without what came along unseen when it was pasted. */
export function pastedCredential(text: string): string {
  return text.replaceAll(unseen, '').trim()
}
