import type { PostRecord } from './post-record.ts'
import { refusalOfRepeats, type Refusal, type RepeatsAt } from './refusal-of-repeats.ts'
import type { ScheduleNeeds } from './schedule-needs.ts'
import { isWrittenAgain, textsOn } from './schedule-post.ts'

/** Of a post whose words go out several times: what has to be asked before, see `refusalOfRepeats`; null: nothing. */
export function refusalOfRepeatsAt({ accounts, outbox }: Pick<ScheduleNeeds, 'accounts' | 'outbox'>, post: PostRecord, { at, knownAt }: RepeatsAt): Refusal | null {
  const texts = post.targets.flatMap(({ accountId }) => textsOn(accounts, post, accountId))
  const repeatsAt = (moments: readonly number[]) => texts.flatMap((text) => moments.flatMap((moment) => outbox.findRepeats({ ...text, at: moment, isWrittenAgain: isWrittenAgain(post) })))
  const nameOf = ({ postId, accountId, at: when }: ReturnType<typeof repeatsAt>[number]): string => `${String(postId)} ${accountId} ${when}`
  const known = new Set(repeatsAt(knownAt).map(nameOf))
  const fresh = new Map(repeatsAt(at).map((repeat) => [nameOf(repeat), repeat]))
  return refusalOfRepeats([...fresh].flatMap(([name, repeat]) => (known.has(name) ? [] : [repeat])).toSorted((one, other) => one.at - other.at))
}
