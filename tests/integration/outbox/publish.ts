import { lastSendOf } from '../../../shared/outbox/last-send.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { OutboxRig } from './outbox-rig.ts'

export const contentOf = (text: string, accountIds: readonly string[]): PostContent => ({
  title: 'A title',
  document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  targets: accountIds.map((accountId) => ({ accountId, variant: null })),
  media: []
})

/** A thread: the first text is the post's own, the others follow it. */
export function threadOf(texts: readonly string[], accountIds: readonly string[]): PostContent {
  const [first = '', ...others] = texts
  const moreParts = others.map((text, place) => ({ id: `00000000-0000-4000-8000-00000000d0${10 + place}`, document: contentOf(text, []).document, variants: [], media: [] }))
  return { ...contentOf(first, accountIds), moreParts }
}

/** Saves a post and schedules it; gives its id. `at` is local time in the workspace's zone (Europe/Paris). */
export function publish(rig: OutboxRig, text: string, options: { at?: string; accountIds?: readonly string[] } = {}): Promise<string> {
  return publishContent(rig, contentOf(text, options.accountIds ?? rig.accounts.map((account) => account.id)), options)
}

export async function publishContent(rig: OutboxRig, content: PostContent, options: { at?: string } = {}): Promise<string> {
  const { context, posts } = rig.run
  const workspaceId = context.workspace().id
  const postId = context.random.id()
  const saved = await posts.handlers['posts.saveDraft']?.({ workspaceId, postId, revision: 0, content })
  if (!saved?.ok) throw new Error(`not saved: ${JSON.stringify(saved)}`)
  const when = options.at === undefined ? ({ kind: 'now' } as const) : ({ kind: 'at', localDateTime: options.at } as const)
  const scheduled = await posts.handlers['posts.schedule']?.({ workspaceId, postId, revision: saved.value.revision, when, isRepeatMeant: true })
  if (!scheduled?.ok) throw new Error(`not scheduled: ${JSON.stringify(scheduled)}`)
  return postId
}

/** Publishes at once what is a draft again. */
export async function publishNow(rig: OutboxRig, postId: string) {
  const { revision } = (await readPost(rig, postId)).post
  return rig.run.posts.handlers['posts.schedule']?.({ workspaceId: rig.run.context.workspace().id, postId, revision, when: { kind: 'now' }, isRepeatMeant: true })
}

export async function readPost(rig: OutboxRig, postId: string) {
  const read = await rig.run.posts.handlers['posts.read']?.({ workspaceId: rig.run.context.workspace().id, postId })
  if (!read?.ok) throw new Error(`not read: ${JSON.stringify(read)}`)
  return read.value
}

export async function jobsOf(rig: OutboxRig, postId: string): Promise<readonly Job[]> {
  return (await readPost(rig, postId)).jobs
}

export async function jobOf(rig: OutboxRig, postId: string): Promise<Job> {
  const [job, ...others] = await jobsOf(rig, postId)
  if (job === undefined || others.length > 0) throw new Error(`${others.length + 1} jobs`)
  return job
}

export async function readJob(rig: OutboxRig, jobId: string) {
  const read = await rig.run.outbox.handlers['outbox.readJob']?.({ workspaceId: rig.run.context.workspace().id, jobId })
  if (!read?.ok) throw new Error('no job')
  return read.value
}

export async function attemptsOf(rig: OutboxRig, jobId: string) {
  return (await readJob(rig, jobId)).attempts
}

export async function decide(rig: OutboxRig, jobId: string, decision: 'publish_now' | 'try_again' | 'look_again' | 'it_is_there' | 'send_again' | 'drop') {
  const result = await rig.run.outbox.handlers['outbox.decide']?.({ workspaceId: rig.run.context.workspace().id, jobId, decision, seenSend: lastSendOf(await attemptsOf(rig, jobId)) })
  if (result === undefined) throw new Error('no handler')
  await rig.settle()
  return result
}

export const alertsIn = (rig: OutboxRig): readonly unknown[] => rig.events.filter((event) => event.name === 'alert.raised').map((event) => event.payload)

export async function reschedule(rig: OutboxRig, postId: string, localDateTime: string) {
  const result = await rig.run.posts.handlers['posts.reschedule']?.({ workspaceId: rig.run.context.workspace().id, postId, localDateTime })
  await rig.settle()
  return result
}

export async function unschedule(rig: OutboxRig, postId: string) {
  const result = await rig.run.posts.handlers['posts.unschedule']?.({ workspaceId: rig.run.context.workspace().id, postId })
  await rig.settle()
  return result
}
