import { assertNever } from '../../../shared/errors/assert-never.ts'
import { captionsFor } from '../../../shared/posts/check-captions.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import { withFormat } from '../../../shared/networks/formats-of.ts'
import { takesCover } from '../../../shared/networks/video-rule.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { OutboxService, SettledJob } from '../outbox/outbox-service.ts'
import { stableId } from '../stable-id.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

interface FollowNeeds {
  readonly outbox: Pick<OutboxService, 'enqueue' | 'wake' | 'followersOfWaiting'>
  readonly accounts: Pick<AccountsService, 'read'>
}

type FollowerPayload = ReturnType<OutboxService['followersOfWaiting']>[number]
type CreatePayload = Extract<SettledJob['payload'], { effect: 'create' }>
type Arrived = Pick<SettledJob, 'job' | 'payload' | 'remoteId'>
type Following = { readonly payload: FollowerPayload; readonly kind: FollowerPayload['effect']; readonly word: string }

/**
 * Once a film is on a network, out or waiting there for its time, its cover, its subtitles and the list that it goes into become jobs of their own where the network takes them by calls of their own, and so does passing a post on to those who follow its channel, in the transaction of the film's: whatever comes of them, the
 * film stays as it is and is never sent again. What it returns runs after the commit.
 */
function createFollower(context: Pick<WorkspaceContext, 'clock' | 'workspace'>, { outbox, accounts }: FollowNeeds) {
  return ({ job, payload, remoteId }: Arrived): (() => void) | undefined => {
    const networkId = accounts.read(job.accountId)?.networkId
    if (job.kind !== 'publish_post' || remoteId === null || networkId === undefined || payload?.effect !== 'create') return undefined
    const network = capabilitiesOf(networkId)
    // Some networks name what waits there and what is out apart (Facebook): what followed it when it came to lie there is not asked for again.
    const before = outbox.followersOfWaiting(job)
    const following = followingOf(payload, remoteId, withFormat(network, payload.format)).filter(({ payload: follows }) => !before.some((each) => matterOf(each) === matterOf(follows)))
    const ids = following.map(({ kind, payload: follows, word }) =>
      outbox.enqueue({
        // Told twice that the film is out, there is still one of each.
        id: stableId(context.workspace().id, `${word} of ${job.id} ${remoteId}`),
        kind, accountId: job.accountId, postId: job.postId, conversationId: null, itemId: null, payload: follows, excerpt: job.excerpt, dueAt: context.clock.now(), isPlanned: false
      }).id
    )
    return ids.length === 0 ? undefined : () => outbox.wake(ids)
  }
}

/** What it gives the film, under whichever name that goes. */
function matterOf(follows: FollowerPayload): string {
  switch (follows.effect) {
    case 'set_cover':
      return 'cover'
    case 'add_to_list':
      return `list ${follows.listId}`
    case 'add_captions':
      return `captions ${follows.captions.language} ${follows.captions.captionsId}`
    case 'pass_on':
      return 'passed on'
    default:
      return assertNever(follows, 'what follows a film')
  }
}

function followingOf(payload: CreatePayload, remoteId: string, network: Pick<NetworkCapabilities, 'video' | 'terms'>): readonly Following[] {
  const cover = takesCoverAfterwards(network) ? payload.media.find((item) => item.cover !== undefined)?.cover : undefined
  const list = network.terms?.film === undefined ? null : (payload.terms?.film?.playlist ?? null)
  const isPassedOn = payload.framing?.isPassedOn === true
  return [
    ...(isPassedOn ? [{ kind: 'pass_on' as const, word: 'passing on', payload: { effect: 'pass_on' as const, remoteId } }] : []),
    ...(cover === undefined ? [] : [{ kind: 'set_cover' as const, word: 'cover', payload: { effect: 'set_cover' as const, remoteId, cover } }]),
    ...(list === null ? [] : [{ kind: 'add_to_list' as const, word: 'list', payload: { effect: 'add_to_list' as const, remoteId, listId: list.id, listName: list.name } }]),
    ...payload.media.flatMap((item) => captionsFor(item, network, 'after')).map((captions) => ({ kind: 'add_captions' as const, word: `captions ${captions.language}`, payload: { effect: 'add_captions' as const, remoteId, captions } }))
  ]
}

function takesCoverAfterwards({ video }: Pick<NetworkCapabilities, 'video'>): boolean {
  const rule = video?.cover
  return rule !== undefined && takesCover(rule) && rule.sent === 'after'
}

/** Listens for films that are there; returns the function that ends it. Without the film's own end being told, the outbox looks for what is due by itself. */
export function followFilms(context: Pick<WorkspaceContext, 'clock' | 'workspace'>, needs: FollowNeeds & { readonly outbox: Pick<OutboxService, 'onSettled' | 'onArrivedThere'> }): () => void {
  const follow = createFollower(context, needs)
  const ends = [needs.outbox.onSettled((settled) => (settled.job.state === 'published' ? follow(settled) : undefined)), needs.outbox.onArrivedThere((arrived) => void follow(arrived))]
  return () => ends.forEach((end) => end())
}
