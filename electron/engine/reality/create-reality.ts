import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { Reality } from '../../../shared/contract/reality.contract.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { createSingleFlight } from '../single-flight.ts'
import type { MediaService } from '../media/media-service.ts'
import type { SentWords } from '../networks/network-reading.ts'
import type { OutboxService, SentJob } from '../outbox/outbox-service.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createRealityRepository, type KeptReality } from './reality-repository.ts'

export interface RealityNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession'>
  readonly outbox: Pick<OutboxService, 'readSent'>
  readonly media: Pick<MediaService, 'toSend'>
}

/** Who was asked less than this ago, ms, is not asked again by a press. */
const justNow = 60_000
/** Somebody waits in front of it. */
const longestMs = 30_000

const notOut = fail(studioError('not_found', 'nothing was published by this'))

/** What went out beside what its network shows of it, kept for when there is no network. */
export function createReality({ database, clock }: WorkspaceContext, { accounts, outbox, media }: RealityNeeds): Feature {
  const repository = createRealityRepository(database)
  const ending = new AbortController()
  const reading = createSingleFlight<Result<Reality>>()

  function readabilityOf({ accountId, remoteId, payload }: SentJob): Reality['readable'] {
    const account = accounts.read(accountId)
    if (account === null) return 'account_gone'
    if (accounts.adapterFor(account.networkId).readBack === undefined) return 'not_given'
    // It has no words, and is gone within a day.
    if (payload.format === 'story') return 'not_given'
    return remoteId === null ? 'unnamed' : 'yes'
  }

  function realityOf(jobId: string, sent: SentJob): Reality {
    const { accountId, payload: { title, tags, beside, text, document, media: items, poll, framing, quote, card } } = sent
    const words = card === undefined ? null : { url: card.url, title: card.title, description: card.description }
    return { sent: { accountId, title, ...(tags === undefined ? {} : { tags }), ...(beside === undefined ? {} : { beside }), text, document, media: items, ...(poll === undefined ? {} : { poll }), ...(framing === undefined ? {} : { framing }), ...(quote === undefined ? {} : { quote }), card: words }, readable: readabilityOf(sent), kept: sinceEdit(repository.of(jobId), sent) }
  }

  function wordsOf({ payload: { title, beside, text, document, media: items } }: SentJob): SentWords {
    return { title, ...(beside === undefined ? {} : { beside }), text, document, media: items.map(({ mediaId, altText }) => ({ isVideo: (media.toSend(mediaId, altText)?.durationMs ?? null) !== null })) }
  }

  async function readNow(jobId: string): Promise<Result<Reality>> {
    const sent = outbox.readSent(jobId)
    if (sent === null) return notOut
    const { remoteId } = sent
    // After the clock was set back, a reading of later than now is an old one.
    const isFresh = Math.abs(clock.now() - (sinceEdit(repository.of(jobId), sent)?.readAt ?? -justNow)) < justNow
    if (remoteId === null || isFresh || readabilityOf(sent) !== 'yes') return succeed(realityOf(jobId, sent))
    const read = await runWithDeadline(clock, longestMs, ending.signal, (ended) =>
      accounts.withSession(sent.accountId, ended, async (session, { readBack, capabilities }) => {
        if (readBack === undefined) throw new Error(`${capabilities.id} gives nothing back`)
        return readBack(session, remoteId, wordsOf(sent))
      })
    )
    if (!read.ok) return fail(read.failure.error)
    if (!ending.signal.aborted) repository.keep(jobId, { readAt: clock.now(), there: read.value })
    return succeed(realityOf(jobId, sent))
  }

  return {
    handlers: {
      'reality.ofJob': ({ jobId }) => {
        const sent = outbox.readSent(jobId)
        return sent === null ? notOut : succeed(realityOf(jobId, sent))
      },
      // Some networks take money for each reading: whoever asks meanwhile gets the answer to the same question.
      'reality.read': ({ jobId }) => reading.run(jobId, () => readNow(jobId))
    },
    async stop() {
      ending.abort()
      await reading.settled()
    }
  }
}

/** What was read before the words were changed says nothing of them. */
function sinceEdit(kept: KeptReality | null, { editedAt }: Pick<SentJob, 'editedAt'>): KeptReality | null {
  return kept !== null && editedAt !== null && kept.readAt < editedAt ? null : kept
}
