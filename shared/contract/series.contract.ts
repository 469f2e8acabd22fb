import { z } from 'zod'
import { dayApartSchema, recurrenceRuleSchema, seriesEndSchema, seriesSchema, seriesStates } from '../series/series.ts'
import { idSchema, instantSchema, localDateSchema, localDateTimeSchema, timeZoneSchema, workspaceScope, requestOnce } from './identifiers.ts'
import { request } from './request-definition.ts'

const oneSeries = { ...workspaceScope, seriesId: idSchema } as const
/** `isRepeatMeant`: the user knows that another post says the same on the same account within a day of one of its times. */
const repeated = { localDateTime: localDateTimeSchema, rule: recurrenceRuleSchema, end: seriesEndSchema, isRepeatMeant: z.boolean().optional() } as const

export const seriesContract = {
  /** Every series that has not ended, and ended ones with occurrences from `from` on. */
  'series.list': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, from: instantSchema }), output: z.object({ series: z.array(seriesSchema) }) }),
  /** What goes out although the series is paused or ended, because it was changed by itself; by day. */
  'series.apart': request({ handledBy: 'engine', effect: 'read', input: z.object(oneSeries), output: z.object({ days: z.array(dayApartSchema) }) }),
  /**
   * Makes the draft the first of a series: it is scheduled at the first day of the rule from `localDateTime` on, and the following ones a bounded
   * time ahead, each a post of its own. Fails like `posts.schedule`, of all days that are made at once, and with `invalid_input` (details: `problem`). The same id again changes nothing.
   */
  'series.start': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...oneSeries, postId: idSchema, revision: z.int().min(0), ...repeated }), output: seriesSchema }),
  /**
   * This one and the following: the post of one occurrence, a draft again or still waiting, is scheduled at `localDateTime`, and everything after
   * it takes over its text, images, accounts and hour, and the rule and end given (a `count` counts from this one on). Occurrences that were changed by themselves stay.
   */
  'series.changeFollowing': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...oneSeries, postId: idSchema, revision: z.int().min(0), ...repeated }), output: seriesSchema }),
  /** `paused` and `ended` take back what has not gone out, except what was changed by itself; `active` goes on from now, without making up for anything. */
  'series.setState': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...oneSeries, state: z.enum(seriesStates) }), output: seriesSchema }),
  /** Leaves one occurrence out, or puts it back while its time has not come. */
  'series.skip': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...oneSeries, date: localDateSchema, skip: z.boolean() }), output: seriesSchema }),
  /** The one answer about all that went by unsent: `publish_last` sends the newest of them now, `drop` none. */
  'series.settleMissed': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...oneSeries, decision: z.enum(['publish_last', 'drop']) }), output: seriesSchema }),

  /** What waits with the hour of another zone than the workspace's (its zone was changed): null when nothing does. */
  'zones.question': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object(workspaceScope),
    output: z.object({ question: z.object({ from: z.array(timeZoneSchema), to: timeZoneSchema, posts: z.int(), series: z.int() }).nullable() })
  }),
  /**
   * The answer: `keep_hour` gives each the same hour in the workspace's zone, `keep_moment` leaves each at its moment (a series then keeps to the
   * clocks of its own zone). What is on its way, and what would be over, stays at its moment.
   */
  'zones.settle': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...workspaceScope, keep: z.enum(['hour', 'moment']) }), output: z.object({ moved: z.int() }) })
} as const
