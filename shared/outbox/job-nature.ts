import { acts, matterOfAct, type Act } from '../networks/acts.ts'
import type { Job, JobKind } from './job.ts'

const actKinds: ReadonlySet<string> = new Set(acts)

export function isAct(kind: JobKind): kind is JobKind & Act {
  return actKinds.has(kind)
}

/** It puts words of ours on the network, a post or an answer. Every other kind changes something there, be it words, or takes it away. */
export function isOfWords(kind: JobKind): boolean {
  return kind === 'publish_post' || kind === 'reply'
}

/** It follows a film, or a post, that is there already, whatever becomes of it. */
export function followsFilm(kind: JobKind | undefined): boolean {
  return kind === 'set_cover' || kind === 'add_to_list' || kind === 'add_captions' || kind === 'pass_on'
}

/** Doing it twice is doing it once, on every network: it may be sent again without a look. */
export function isRepeatable(kind: JobKind): boolean {
  return kind === 'like' || kind === 'unlike' || kind === 'set_cover' || (isAct(kind) && kind !== 'report')
}

/** Vigie cannot look whether it is done, and to do it twice is to do it once. */
export function isForPersonToSay(kind: JobKind | undefined, about: Job['about']): boolean {
  return kind !== undefined && isRepeatable(kind) && about === undefined
}

/** What a job says about one thing, where a later job about the same takes its place; null where each stands for itself. */
export function matterOf(kind: JobKind): string | null {
  if (kind === 'like' || kind === 'unlike') return 'like'
  return isAct(kind) ? matterOfAct(kind) : null
}
