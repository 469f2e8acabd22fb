import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { findEntities } from '../text/find-entities.ts'
import { findWebAddresses } from '../text/find-web-addresses.ts'
import { findXCashtags } from '../text/x/find-x-tags.ts'
import type { Problem } from './problem.ts'

export const markProblemCodes = ['too_many_hashtags', 'many_hashtags', 'too_many_links', 'too_many_mentions', 'too_many_cashtags'] as const

interface MarkProblem extends Pick<Problem<string>, 'severity'> {
  readonly code: (typeof markProblemCodes)[number]
  readonly count: number
  readonly max: number
}

/** What a network counts among the words: its hashtags, its web addresses, names, share symbols. */
export function checkMarks(text: string, { text: { hashtags, maxLinks, maxMentions, maxCashtags } }: Pick<NetworkCapabilities, 'text'>): readonly MarkProblem[] {
  const tags = hashtags === undefined ? 0 : findEntities(text).filter(({ kind }) => kind === 'tag').length
  const tooMany = bound('too_many_hashtags', tags, hashtags?.max?.value)
  return [
    ...(tooMany.length > 0 ? tooMany : bound('many_hashtags', tags, hashtags?.fewer.value)),
    ...bound('too_many_links', maxLinks === undefined ? 0 : new Set(findWebAddresses(text).map(({ address }) => address)).size, maxLinks?.value),
    ...bound('too_many_mentions', maxMentions === undefined ? 0 : namesIn(text), maxMentions?.value),
    ...bound('too_many_cashtags', maxCashtags === undefined ? 0 : findXCashtags(text).length, maxCashtags?.value)
  ]
}

function bound(code: MarkProblem['code'], count: number, max: number | undefined): readonly MarkProblem[] {
  return max === undefined || count <= max ? [] : [{ severity: code === 'many_hashtags' ? 'warn' : 'stop', code, count, max }]
}

/** `@quai.des.brumes`, as Meta writes names: no address of a mail. */
function namesIn(text: string): number {
  return text.match(/(?<![\p{L}\p{N}_.@/])@\w(?:[\w.]{0,28}\w)?/gu)?.length ?? 0
}
