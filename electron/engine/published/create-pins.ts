import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { PinOffer } from '../../../shared/published/pin-offer.ts'
import type { PinThere } from '../../../shared/published/pin-there.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { goneThere } from '../networks/network-edit.ts'
import type { OutboxService, SettledJob } from '../outbox/outbox-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import { createSingleFlight } from '../single-flight.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { OutPart } from './out-part.ts'
import { createPinsRepository, type KnownPin } from './pins-repository.ts'

export interface PinNeeds {
  readonly accounts: Pick<AccountsService, 'withSession'>
  readonly outbox: Pick<OutboxService, 'enqueue' | 'wake' | 'read' | 'onSettled'>
  readonly posts: Pick<PostsService, 'tell'>
}

interface PinInput {
  readonly jobId: string
  readonly isPinned: boolean
  readonly instead: string | null
}

export interface Pins {
  /** null: not known. */
  known(jobId: string): KnownPin | null
  read(jobId: string): Promise<Result<PinThere>>
  pin(input: PinInput): Result<{ job: Job }>
  stop(): Promise<void>
}

/** A post that is out, and may be pinned. */
interface Pinnable {
  readonly out: Job & { readonly postId: string }
  readonly remoteId: string
  readonly part: OutPart
}

/** Somebody waits in front of it. */
const longestMs = 30_000

const notOut = studioError('not_found', 'nothing was published by this')

function notPinnable(reason: Exclude<PinOffer, 'yes'> | 'under_way'): ReturnType<typeof studioError> {
  return studioError('post_not_editable', 'this cannot be pinned there', { details: { reason } })
}

/** What is out stands at the top of its profile, channel or blog, or no more: one durable job, which looks at how it stands before it does anything. */
export function createPins({ database, clock, random }: WorkspaceContext, { accounts, outbox, posts }: PinNeeds, partsOf: (postId: string) => readonly OutPart[]): Pins {
  const repository = createPinsRepository(database)
  const ending = new AbortController()
  const reading = createSingleFlight<Result<PinThere>>()
  const end = outbox.onSettled((settled) => {
    if (settled.job.state === 'published') noteDone(settled)
    return undefined
  })

  /** In the transaction in which it is known. */
  function noteDone({ job: { accountId, about }, payload }: SettledJob): void {
    if (about === undefined || payload?.effect !== 'pin') return
    const { remoteId, isPinned, instead } = payload
    const knownAt = clock.now()
    if (isPinned && instead !== null) repository.lose(accountId, instead, knownAt)
    repository.keep({ jobId: about.jobId, accountId, remoteId }, { isPinned, knownAt })
  }

  function pinnable(jobId: string): Result<Pinnable> {
    const out = outbox.read(jobId)
    const { postId } = out ?? { postId: null }
    const part = postId === null ? undefined : partsOf(postId).find(({ told }) => told.jobId === jobId)
    if (out === null || postId === null || part === undefined) return fail(notOut)
    if (part.told.pin !== 'yes') return fail(notPinnable(part.told.pin))
    return part.remoteId === null ? fail(notPinnable('unnamed')) : succeed({ out: { ...out, postId }, remoteId: part.remoteId, part })
  }

  async function readNow(jobId: string): Promise<Result<PinThere>> {
    const found = pinnable(jobId)
    if (!found.ok) return found
    const { out: { accountId, postId }, remoteId } = found.value
    const read = await runWithDeadline(clock, longestMs, ending.signal, (ended) =>
      accounts.withSession(accountId, ended, async (session, { capabilities, pins }) => {
        if (pins === undefined) throw new Error(`${capabilities.id} pins nothing`)
        return pins.read(session, remoteId)
      })
    )
    if (!read.ok) return fail(read.failure.error)
    const there = read.value
    if (there === 'gone') return fail(goneThere)
    if (there.isPinned !== null && !ending.signal.aborted) {
      const before = repository.of(jobId)
      repository.keep({ jobId, accountId, remoteId }, { isPinned: there.isPinned, knownAt: clock.now() })
      if (before?.isPinned !== there.isPinned) posts.tell([postId])
    }
    return succeed(there)
  }

  function pin({ jobId, isPinned, instead }: PinInput): Result<{ job: Job }> {
    const made = database.transaction((): Result<Job> => {
      const found = pinnable(jobId)
      if (!found.ok) return found
      const { out: { accountId, postId, excerpt }, remoteId, part } = found.value
      if (part.told.underWay !== null) return fail(notPinnable('under_way'))
      return succeed(outbox.enqueue({
        id: random.id(), kind: isPinned ? 'pin' : 'unpin', accountId, postId: null, conversationId: null, itemId: null, about: { jobId, postId },
        payload: { effect: 'pin', remoteId, isPinned, instead: isPinned ? instead : null }, excerpt, dueAt: clock.now(), isPlanned: false
      }))
    }).immediate()
    if (!made.ok) return made
    outbox.wake([made.value.id])
    return succeed({ job: made.value })
  }

  return {
    known: (jobId) => repository.of(jobId),
    read: (jobId) => reading.run(jobId, () => readNow(jobId)),
    pin,
    async stop() {
      end()
      ending.abort()
      await reading.settled()
    }
  }
}
