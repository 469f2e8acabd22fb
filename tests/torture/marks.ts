/**
 * What each text of the plan is called, so that the networks' records can be held against the intents: `Post 12`, `Post 12/3` the third part of a
 * thread, `Post 12b/3` the same rewritten, `Reply 7`, `Comment 4` what a stranger said.
 */
const marks = /\b(?:Post|Reply|Comment) \d+[b-z]?(?:\/\d+)?\b/g

/** Empty when it is none. */
export function markOf(text: string): string {
  return marksIn(text)[0] ?? ''
}

/** Each as often as it is there, in order. */
export function marksIn(text: string): readonly string[] {
  return text.match(marks) ?? []
}

/** How the networks write down that something arrived to wait for its time. */
export function handedOver(key: string): string {
  return `${key}, handed over`
}

/** And that something was to be deleted. */
export function deleted(key: string): string {
  return `${key}, deleted`
}

/** `parts` 1: a post by itself. `version` 0 is what was written first. */
export function markOfPost(number: number, version = 0, place: { readonly part: number; readonly of: number } = { part: 1, of: 1 }): string {
  return `Post ${number}${version === 0 ? '' : String.fromCodePoint(97 + version)}${place.of === 1 ? '' : `/${place.part}`}`
}

/** The place in its thread that a mark names; 1 for what is no thread. */
export function partOf(mark: string): number {
  return Number(/\/(\d+)$/.exec(mark)?.[1] ?? 1)
}
