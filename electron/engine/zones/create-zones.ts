import { succeed } from '../../../shared/contract/result.ts'
import { resolveLocalTime } from '../../../shared/schedule/local-time.ts'
import type { PostSchedule } from '../../../shared/posts/post.ts'
import type { PostNow, PostsService } from '../posts/posts-service.ts'
import type { SeriesService } from '../series/series-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

interface Waiting {
  readonly postId: string
  readonly post: PostNow
}

/**
 * Keeps waiting posts true to what their hour meant: when the workspace moves to another zone (nothing moves before the user said how), and when the
 * rules of a zone changed with a new version of the time zone database (the hour stays, its moment follows).
 */
export function createZones(context: WorkspaceContext, { posts, series }: { posts: PostsService; series: SeriesService }): Feature {
  const zoneNow = (): string => context.workspace().timeZone

  /** Of what is still to come: drafts with a plan, and what wholly waits. Only posts whose time is of interest are read: there may be many thousand. */
  function waiting(isOfInterest: (schedule: PostSchedule) => boolean): readonly Waiting[] {
    const now = context.clock.now()
    return posts.timed().flatMap(({ postId, schedule }) => {
      if (schedule.dueAt <= now || !isOfInterest(schedule)) return []
      const post = posts.read(postId)
      return post !== null && (post.status === 'draft' || post.status === 'scheduled') ? [{ postId, post }] : []
    })
  }

  function inOtherZone(): readonly Waiting[] {
    const zone = zoneNow()
    return waiting(({ timeZone }) => timeZone !== zone).filter(({ postId }) => {
      const seriesId = series.seriesOfPost(postId)
      return seriesId === null || !series.keepsOwnZone(seriesId, zone)
    })
  }

  function settle(keep: 'hour' | 'moment'): number {
    const zone = zoneNow()
    const moved: string[] = []
    const otherSeries = series.followOtherZones(zone)
    context.database.transaction(() => {
      // First the series, so that what follows them is of this zone already.
      for (const { id } of otherSeries) {
        if (keep === 'hour') series.followHour(id, zone)
        else series.keepZone(id, zone)
      }
      for (const { postId, post } of inOtherZone()) {
        if (post.schedule === null) continue
        if (keep === 'moment' ? rewrite(postId, post, zone) : giveHour(postId, post, post.schedule.localDateTime, zone)) moved.push(postId)
      }
    }).immediate()
    posts.tell(moved)
    for (const { id } of otherSeries) series.tell(id)
    return moved.length
  }

  /** The same moment in the words of the other zone. */
  function rewrite(postId: string, post: PostNow, zone: string): boolean {
    const dueAt = post.schedule?.dueAt ?? 0
    return post.status === 'draft' ? posts.retimeTo(postId, dueAt, zone) : posts.move(postId, dueAt, zone)
  }

  /** What would be over already stays at its moment: nothing goes out, or is missed, because a setting was changed. */
  function giveHour(postId: string, post: PostNow, localDateTime: string, zone: string): boolean {
    const resolved = resolveLocalTime(localDateTime, zone)
    if (resolved.kind === 'unreadable') return false
    const dueAt = resolved.instant > context.clock.now() ? resolved.instant : (post.schedule?.dueAt ?? resolved.instant)
    return post.status === 'draft' ? posts.retimeTo(postId, dueAt, zone) : posts.move(postId, dueAt, zone)
  }

  /** The tables of zones come with each version of Vigie: an hour planned under the old ones keeps its place on the clock. */
  function followRules(): void {
    const moved = context.database.transaction(() =>
      waiting((schedule) => !isTrue(schedule)).flatMap(({ postId, post }) => {
        if (post.schedule === null) return []
        const { localDateTime, timeZone } = post.schedule
        return giveHour(postId, post, localDateTime, timeZone) ? [postId] : []
      })
    ).immediate()
    if (moved.length === 0) return
    context.log.info(`${moved.length} planned times follow changed rules of their zone`)
    posts.tell(moved)
  }

  return {
    handlers: {
      'zones.question': () => {
        const zone = zoneNow()
        const found = inOtherZone()
        const alone = found.filter(({ postId }) => series.seriesOfPost(postId) === null)
        const repeated = series.followOtherZones(zone)
        const from = [...new Set([...found.flatMap(({ post }) => post.schedule?.timeZone ?? []), ...repeated.map(({ plan }) => plan.timeZone)])]
        return succeed({ question: found.length + repeated.length === 0 ? null : { from, to: zone, posts: alone.length, series: repeated.length } })
      },
      'zones.settle': ({ keep }) => succeed({ moved: settle(keep) })
    },
    startBackgroundWork: followRules
  }
}

function isTrue({ localDateTime, timeZone, dueAt }: { readonly localDateTime: string; readonly timeZone: string; readonly dueAt: number }): boolean {
  const resolved = resolveLocalTime(localDateTime, timeZone)
  if (resolved.kind === 'unreadable') return true
  // "Now" was written to the minute.
  const moments = resolved.kind === 'overlap' ? [resolved.instant, resolved.laterInstant] : [resolved.instant]
  return moments.some((moment) => Math.abs(moment - dueAt) < 60_000)
}
