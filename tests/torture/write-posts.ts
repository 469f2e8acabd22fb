import type { Job } from '../../shared/outbox/job.ts'
import type { PostContent } from '../../shared/posts/post.ts'
import { toLocalDateTime } from '../../shared/schedule/local-time.ts'
import type { Random } from '../../electron/engine/random.ts'
import { filmTerms } from '../support/film-terms.ts'
import type { Asking } from './asking.ts'
import type { Computer } from './computer.ts'
import type { Intent, Intents } from './intents.ts'
import { markOfPost } from './marks.ts'
import type { ChangeStep, PostStep } from './plan.ts'
import { zone, type Client, type User } from './user.ts'
import type { WarpedTime } from './warped-time.ts'

export interface WriteNeeds {
  readonly computer: Computer
  readonly asking: Asking
  readonly user: Pick<User, 'logInAgain'>
  readonly time: WarpedTime
  readonly random: Random
  readonly clients: readonly Client[]
  readonly intents: Intents
}

export interface WritePosts {
  publish(step: PostStep): Promise<void>
  /** Taken back, rewritten, moved: as far as it has not left. */
  change(step: ChangeStep): Promise<void>
  /** Where a post of the plan is; null: it was never written. */
  placeOf(id: number): { readonly workspaceId: string; readonly postId: string; readonly accountIds: readonly string[] } | null
}

interface Written {
  readonly step: PostStep
  readonly client: Client
  readonly postId: string
  version: number
  /** By job, what it is called. */
  readonly marks: Map<string, Intent>
}

/** What a person writes, and what they think of afterwards. */
export function createWritePosts({ computer, asking: { persist }, user, time, random, clients, intents }: WriteNeeds): WritePosts {
  const written = new Map<number, Written>()

  const inMinutes = (minutes: number): string => toLocalDateTime(time.now() + (minutes + 1) * 60_000, zone)

  /** Until the post has jobs that were not there before; none when there is nothing left to go out. */
  async function schedule(post: Written, isAfterwards: boolean): Promise<readonly Job[]> {
    const { step, client, postId } = post
    const { workspaceId } = client
    const fresh = (jobs: readonly Job[]): readonly Job[] => jobs.filter(({ id }) => !post.marks.has(id))
    for (let tries = 0; ; tries += 1) {
      const there = await persist(() => computer.ask('posts.read', { workspaceId, postId }))
      // The engine may have died between the commit and its answer.
      if (there.ok && fresh(there.value.jobs).length > 0) return fresh(there.value.jobs)
      // Chosen anew each time: the engine may have been away longer than the plan was ahead.
      const when = step.inMinutes === null && !isAfterwards ? ({ kind: 'now' } as const) : ({ kind: 'at', localDateTime: inMinutes(step.inMinutes ?? 0) } as const)
      const revision = there.ok ? there.value.post.revision : 0
      const saved = await persist(() => computer.ask('posts.saveDraft', { workspaceId, postId, revision, content: contentOf(post, random) }))
      const scheduled = saved.ok ? await persist(() => computer.ask('posts.schedule', { workspaceId, postId, revision: saved.value.revision, when, isRepeatMeant: step.isRepeat })) : saved
      if (scheduled.ok) return fresh(scheduled.value.jobs)
      if (scheduled.error.code === 'nothing_to_publish') return []
      await user.logInAgain(client)
      if (tries > 50) throw new Error(`cannot be planned: ${scheduled.error.code}: ${scheduled.error.message} ${JSON.stringify(scheduled.error.details)}`)
    }
  }

  function acknowledge(post: Written, jobs: readonly Job[]): readonly Intent[] {
    const { step, client, version } = post
    const of = step.words.length
    const fresh = jobs.map(({ id, accountId, part }): Intent => {
      const number = part?.number ?? 1
      const mark = markOfPost(step.number, version, { part: number, of })
      const base = { jobId: id, workspaceId: client.workspaceId, accountId, mark, acknowledgedAt: time.trueNow() }
      return of === 1 ? { ...base, sort: 'post' } : { ...base, sort: 'thread', thread: { post: step.id, part: number, of: part?.of ?? 1 } }
    })
    for (const intent of fresh) post.marks.set(intent.jobId, intent)
    intents.add(fresh)
    return fresh
  }

  /** The jobs that will not go out now; none when it was too late. */
  async function takeBack({ client: { workspaceId }, postId }: Written): Promise<readonly string[]> {
    const taken = await persist(() => computer.ask('posts.unschedule', { workspaceId, postId }))
    if (!taken.ok) {
      // Of some accounts it may be taken back all the same: at once, or when it is certain that it is not out.
      const there = await persist(() => computer.ask('posts.read', { workspaceId, postId }))
      if (there.ok) intents.withdraw(there.value.jobs.flatMap(({ id, cancelReason }) => (cancelReason === null ? [] : [id])))
      return []
    }
    const cancelled = taken.value.jobs.flatMap(({ id, state }) => (state === 'cancelled' ? [id] : []))
    const now = cancelled.filter((id) => !intents.isWithdrawn(id))
    intents.withdraw(now)
    return now
  }

  /** From the networks where it waits, to go from here or to be written on; false when it is to stay there, or is not there. */
  async function callBack({ client: { workspaceId }, postId, marks }: Written, change: ChangeStep['change']): Promise<boolean> {
    if (change === 'move') return false
    const afterwards = change === 'edit' ? 'edit' : 'wait_here'
    const called = await persist(() => computer.ask('handOver.takeBack', { workspaceId, postId, afterwards }))
    // What of it is not out by then does not go out any more.
    if (called.ok && afterwards === 'edit') intents.withdraw([...marks.keys()])
    return called.ok
  }

  async function rewrite(post: Written): Promise<void> {
    const taken = await takeBack(post)
    if (taken.length === 0) return
    post.version += 1
    const fresh = acknowledge(post, await schedule(post, true))
    const isSamePlace = (a: Intent | undefined, b: Intent): boolean => a?.accountId === b.accountId && a.thread?.part === b.thread?.part
    const given = [...post.marks.keys()].filter((id) => intents.isWithdrawn(id) && !intents.isReplaced(id))
    intents.replace(given.filter((id) => fresh.some((intent) => isSamePlace(post.marks.get(id), intent))))
  }

  return {
    async publish(step) {
      const client = clients[step.workspace]
      if (client === undefined) return
      const post: Written = { step, client, postId: random.id(), version: 0, marks: new Map() }
      written.set(step.id, post)
      acknowledge(post, await schedule(post, false))
      // Or from here after all: where no network takes it.
      if (step.isHandedOver) await persist(() => computer.ask('handOver.start', { workspaceId: client.workspaceId, postId: post.postId }))
    },
    async change({ post: id, change, inMinutes: minutes }) {
      const post = written.get(id)
      if (post === undefined) return
      if (post.step.isHandedOver && (await callBack(post, change))) return
      if (change === 'edit') return rewrite(post)
      if (change === 'undo' || change === 'cancel') return void (await takeBack(post))
      // Whether or not that is still possible.
      await persist(() => computer.ask('posts.reschedule', { workspaceId: post.client.workspaceId, postId: post.postId, localDateTime: inMinutes(minutes) }))
    },
    placeOf(id) {
      const post = written.get(id)
      if (post === undefined) return null
      const { client: { workspaceId, accounts }, postId, step } = post
      return { workspaceId, postId, accountIds: step.accounts.flatMap((index) => accounts[index]?.id ?? []) }
    }
  }
}

function contentOf({ step, client, version }: Written, random: Random): PostContent {
  const of = step.words.length
  const texts = step.words.map((words, index) => `${markOfPost(step.number, version, { part: index + 1, of })} ${words}`)
  const documentOf = (text: string): PostContent['document'] => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
  const [first = '', ...more] = texts
  return {
    title: first.slice(0, 100),
    document: documentOf(first),
    targets: step.accounts.flatMap((index) => targetAt(client, index, step.number)),
    media: [],
    ...(more.length === 0 ? {} : { moreParts: more.map((text) => ({ id: random.id(), document: documentOf(text), variants: [], media: [] })) })
  }
}

/** A video where the network wants one, and now and then where it takes one. */
export function targetAt({ accounts, places, filmId }: Client, index: number, number: number): PostContent['targets'] {
  const account = accounts[index]
  const network = places[index]?.network
  if (account === undefined) return []
  const hasFilm = filmId !== null && (network === 'youtube' || (network === 'facebook' && number % 3 === 0))
  return [{ accountId: account.id, variant: null, ...(network === 'youtube' ? { terms: filmTerms } : {}), ...(hasFilm ? { media: [{ mediaId: filmId, altText: 'A film' }] } : {}) }]
}
