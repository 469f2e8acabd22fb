import type { Studio } from './studio.ts'

/** Schedules the draft that the composer shows for the next full minute, in the client's own zone; gives back its id. */
export async function scheduleNextMinute(studio: Studio, workspaceId: string): Promise<string> {
  const postId = /compose\/([0-9a-f-]{36})/.exec(studio.page.url())![1]!
  const { post } = await studio.bridge.ask('posts.read', { workspaceId, postId })
  const due = new Date(Math.ceil((Date.now() + 1_000) / 60_000) * 60_000)
  const workspace = (await studio.bridge.ask('studio.read', {})).workspaces.find(({ id }) => id === workspaceId)!
  await studio.bridge.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'at', localDateTime: wallClock(due, workspace.timeZone) } })
  return postId
}

/** The states of what is to be sent of this post. */
export async function openStates(studio: Studio, workspaceId: string, postId: string): Promise<readonly string[]> {
  const { jobs } = await studio.bridge.ask('outbox.list', { workspaceId, view: 'open', limit: 100 })
  return jobs.filter((job) => job.postId === postId).map((job) => job.state)
}

/** What the clocks of the zone show, to the minute: `2026-11-21T09:00`. */
function wallClock(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(moment).replace(' ', 'T')
}
