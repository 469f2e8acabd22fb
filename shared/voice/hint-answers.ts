import type { Hint } from './find-hints.ts'
import type { Voice } from './voice.ts'

/** Whether the client wants no post to leave with it. */
export function stopsPosts({ blocks }: Pick<Voice, 'blocks'>, { kind }: Pick<Hint, 'kind'>): boolean {
  return blocks.some((blocked) => blocked === kind)
}

/** Whether nobody wants to see it any more; what stops posts is seen all the same. `here`: keys that are ignored at this post alone. */
export function isIgnored(voice: Pick<Voice, 'blocks' | 'ignored'>, hint: Pick<Hint, 'kind' | 'key'>, here: ReadonlySet<string> = new Set()): boolean {
  return (voice.ignored.includes(hint.key) || here.has(hint.key)) && !stopsPosts(voice, hint)
}
