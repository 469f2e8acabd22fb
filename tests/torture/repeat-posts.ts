import { addDays } from '../../shared/series/occurrences.ts'
import { toLocalDateTime } from '../../shared/schedule/local-time.ts'
import { markOfPost } from './marks.ts'
import type { SeriesStep } from './plan.ts'
import { zone } from './user.ts'
import { targetAt, type WriteNeeds } from './write-posts.ts'

/** All series go out within these minutes of the clock, so that a day has one hour at which it is worth being awake. */
const hour = 20
/** Nobody starts a series so shortly before its hour, in ms: it would be over before it was written. */
const headway = 15 * 60_000

export interface RepeatPosts {
  start(step: SeriesStep): Promise<void>
}

/** Recurring posts, one a day. */
export function createRepeatPosts({ computer, asking: { persist }, user, time, random, clients, intents }: WriteNeeds): RepeatPosts {
  function firstDay(): string {
    const soon = toLocalDateTime(time.now() + headway, zone)
    const today = soon.slice(0, 10)
    return Number(soon.slice(11, 13)) < hour ? today : addDays(today, 1)
  }

  return {
    async start(step) {
      const client = clients[step.workspace]
      if (client === undefined) return
      const { workspaceId } = client
      const accountIds = step.accounts.flatMap((index) => client.accounts[index]?.id ?? [])
      const [postId, seriesId, mark] = [random.id(), random.id(), markOfPost(step.number)]
      const text = `${mark} ${step.words}`
      const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }
      const content = { title: text.slice(0, 100), document, targets: step.accounts.flatMap((index) => targetAt(client, index, step.number)), media: [] }
      for (let tries = 0; ; tries += 1) {
        const saved = await persist(() => computer.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content }))
        const localDateTime = `${firstDay()}T${hour}:0${step.minute}`
        const input = { workspaceId, seriesId, postId, revision: saved.ok ? saved.value.revision : 1, localDateTime, rule: { every: 'day' }, end: { kind: 'count', count: step.days } } as const
        const started = await persist(() => computer.ask('series.start', input))
        if (started.ok) {
          const { startDate } = started.value.plan
          const dates = Array.from({ length: step.days }, (_, day) => addDays(startDate, day))
          intents.addSeries({ seriesId, workspaceId, accountIds, mark, dates })
          const date = step.skipped === null ? undefined : dates[step.skipped]
          if (date !== undefined) await persist(() => computer.ask('series.skip', { workspaceId, seriesId, date, skip: true }))
          return
        }
        await user.logInAgain(client)
        if (tries > 50) throw new Error(`cannot be repeated: ${started.error.code}: ${started.error.message} ${JSON.stringify(started.error.details)}`)
      }
    }
  }
}
