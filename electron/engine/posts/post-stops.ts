import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { fail } from '../../../shared/contract/result.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { checkAccess } from '../../../shared/posts/check-access.ts'
import { checkOccasionHours, occasionsOf } from '../../../shared/posts/check-occasion.ts'
import { checkMediaHost } from '../../../shared/posts/check-media-host.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { fileIdsOf } from '../../../shared/posts/post-parts.ts'
import type { PostProblem } from '../../../shared/posts/post-problem.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { stopsUnattended } from '../../../shared/posts/unattended.ts'
import { voiceProblems } from '../../../shared/voice/voice-problems.ts'
import type { ScheduleNeeds } from './schedule-needs.ts'

export type StopNeeds = Pick<ScheduleNeeds, 'context' | 'accounts' | 'media' | 'mediaHost' | 'voice'>

interface Looked {
  readonly isUnattended?: boolean | undefined
  /** Words between braces that are meant to go out as they are written. */
  readonly gapsMeant?: readonly string[] | undefined
}

/** All that keeps a post from its hour, ms since the epoch. `isUnattended`: what asks by itself in time is left out. */
export function stopsOf({ context, accounts, media, mediaHost, voice }: StopNeeds, post: PostContent, dueAt: number, { isUnattended = false, gapsMeant = [] }: Looked = {}): readonly PostProblem[] {
  const connected = accounts.list()
  const ofAccess = checkAccess(post.targets.map(({ accountId }) => accountId), connected, { dueAt, now: context.clock.now() })
  const files = media.list(fileIdsOf(post))
  const ofHost = checkMediaHost(post, connected, capabilitiesOf, mediaHost.isReady(), files)
  const ofHours = checkOccasionHours(occasionsOf(post, connected, capabilitiesOf), { dueAt, now: context.clock.now(), timeZone: context.workspace().timeZone })
  const stops = [...checkPost(post, connected, capabilitiesOf, files), ...ofHours, ...ofAccess, ...ofHost, ...voiceProblems(post, connected, capabilitiesOf, voice.read())].filter((problem) => problem.severity === 'stop' && !isMeant(problem, gapsMeant))
  return isUnattended ? stops.filter(stopsUnattended) : stops
}

/** The first of them as a refusal; null: nothing stops it. */
export function firstProblem(needs: StopNeeds, post: PostContent, dueAt: number, looked: Looked): { readonly ok: false; readonly error: StudioError } | null {
  const stops = stopsOf(needs, post, dueAt, looked)
  const [first] = stops
  if (first === undefined) return null
  if (first.code === 'no_target') return fail(studioError('nothing_to_publish', 'the post is for no account'))
  const details = { problem: first.code, count: stops.length, ...(first.accountId === null ? {} : { accountId: first.accountId }) }
  return fail(studioError('post_has_problems', `${first.code} and ${stops.length - 1} more`, { details }))
}

function isMeant({ code, details }: PostProblem, gapsMeant: readonly string[]): boolean {
  return code === 'gap_left' && gapsMeant.includes(String(details['gap']))
}
