import { assertNever } from '../../../shared/errors/assert-never.ts'
import { offerOf } from '../../../shared/networks/offer-of.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { formatRuleOf } from '../../../shared/networks/formats-of.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import { takesCover, type CoverRule } from '../../../shared/networks/video-rule.ts'
import { captionsFor } from '../../../shared/posts/check-captions.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { LinkCardsService } from '../link-cards/link-cards-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { CaptionsToSend, MediaToSend } from '../networks/network-media.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { ActTarget, Published, SendIntent, SentIntent } from '../networks/network-publisher.ts'
import type { Draft } from '../networks/network-draft.ts'
import type { AccountSession } from '../networks/network-session.ts'
import type { NetworkResult } from '../networks/network-failure.ts'
import { answerOf } from './answer-of.ts'
import type { AttemptAnswer } from './attempt-facts.ts'
import { addCaptions, lookForCaptions } from './captions-of-film.ts'
import { addToList, lookInList } from './into-list.ts'
import { lookWhetherPassedOn, passOn } from './pass-on.ts'
import { edit, lookForAct, lookForEdit } from './change-of-what-is-out.ts'
import { lookForPin, setPin } from './pin-of-post.ts'
import type { Claim } from './claim-jobs.ts'
import type { CreatePayload, JobPayload } from './job-payload.ts'
import { begunOf, type JobRecord } from './job-record.ts'
import { unlessPartsTooLong } from './limits-of-thread.ts'
import { isLostInRestoration } from './lost-in-restoration.ts'
import type { SendGuard } from './send-guard.ts'
import { sendReading } from './send-reading.ts'
import { notOnHold, stopOf, unlessStopped } from './stop-of.ts'

export interface AttemptNeeds {
  readonly accounts: AccountsService
  readonly media: MediaService
  readonly cards: Pick<LinkCardsService, 'picture'>
  readonly guard: Pick<SendGuard, 'hold'>
  /** Nothing that the job sent can be older than this on its network; ms since the epoch, by this computer's clock. */
  oldestOf(job: JobRecord): number
  /** Told how far the files of the job are on their way. */
  readonly onUploaded?: AccountSession['onUploaded']
  /** What the job changes, as it was sent; null where it changes nothing that is out. */
  readAbout(job: JobRecord): CreatePayload | null
  /** Of the first part of a thread: all of its parts that are to leave, that one first. Else that one alone. */
  threadFrom(job: JobRecord): readonly CreatePayload[]
  /** Whether the ledger knows this publication as another job's. */
  isAnothers(job: JobRecord, remoteId: string): boolean
  /** The send has begun something at the network under this name, which is about to be told to come out. */
  keepBegun(job: JobRecord, token: string): void
  /** Whether somebody gave the job up, gave it another time, or said no to it since it was claimed. */
  isUnwanted(job: JobRecord): boolean
}

/** Makes the one call that the step asks for and says how it ended. Throws only what is a bug in Vigie or in an adapter. */
export async function performAttempt(needs: AttemptNeeds, claim: Pick<Claim, 'job' | 'step' | 'anchor' | 'begunBefore'>, signal: AbortSignal): Promise<AttemptAnswer> {
  const { job, anchor } = claim
  const { payload } = job
  if (payload === null) return { kind: 'unsendable', error: studioError('bug', 'the stored content of this job cannot be read') }
  if (payload.effect !== 'create') return performChange(needs, claim, payload, signal)
  const draft = withCard(needs, draftOf(needs.media, payload, capabilitiesIn(needs.accounts, job.accountId)), payload)
  if (typeof draft === 'string') return { kind: 'unsendable', error: studioError('media_unreadable', 'a file of this post is gone', { details: { mediaId: draft } }) }
  const authorHandle = needs.accounts.read(job.accountId)?.handle ?? ''
  return perform(needs, claim, anchor === null ? draft : { ...draft, replyTo: { ...anchor, authorHandle } }, signal)
}

/** Everything but words of ours that go out. */
async function performChange(needs: AttemptNeeds, { job, step, begunBefore }: Pick<Claim, 'job' | 'step' | 'begunBefore'>, payload: Exclude<JobPayload, CreatePayload>, signal: AbortSignal): Promise<AttemptAnswer> {
  switch (payload.effect) {
    case 'set_liked':
      return answerOf(await needs.accounts.withSession(job.accountId, signal, (session, adapter) => (needs.guard.hold() === null ? setLiked(adapter, session, payload) : notOnHold())), () => ({ kind: 'done', remoteId: null, remoteUrl: null }))
    case 'act':
      if (step !== 'send') return lookForAct(needs, job, payload, signal)
      return answerOf(await needs.accounts.withSession(job.accountId, signal, (session, adapter) => (needs.guard.hold() === null ? performAct(adapter, session, { ...payload, ...begunIn(needs, job, begunBefore) }) : notOnHold())), () => ({ kind: 'done', remoteId: null, remoteUrl: null }))
    case 'edit':
      return step === 'send' ? edit(needs, job, payload, signal) : lookForEdit(needs, job, payload, signal)
    case 'pin':
      return step === 'send' ? setPin(needs, job, payload, signal) : lookForPin(needs, job, payload, signal)
    case 'set_cover':
      return setCover(needs, job, payload, signal)
    case 'add_captions':
      return step === 'send' ? addCaptions(needs, job, payload, signal) : lookForCaptions(needs, job, payload, signal)
    case 'pass_on':
      return step === 'send' ? passOn(needs, job, payload, signal) : lookWhetherPassedOn(needs, job, payload, signal)
    case 'add_to_list':
      return step === 'send' ? addToList(needs, job, payload, signal) : lookInList(needs, job, payload, signal)
    default:
      return assertNever(payload, 'effect of a job')
  }
}

async function perform(needs: AttemptNeeds, { job, step, begunBefore }: Pick<Claim, 'job' | 'step' | 'begunBefore'>, draft: Draft, signal: AbortSignal): Promise<AttemptAnswer> {
  const { accounts, guard } = needs
  const intent = { idempotencyKey: job.idempotencyKey, intentAt: job.intentAt, since: needs.oldestOf(job), isAnothers: (remoteId: string) => needs.isAnothers(job, remoteId) }
  switch (step) {
    case 'send':
      return sendReading(
        draft,
        async (watched) => answerOf(await accounts.withSession(job.accountId, signal, (session, adapter) => unlessStopped(stopOf(guard, () => needs.isUnwanted(job)), () => unlessPartsTooLong({ adapter, session, thread: needs.threadFrom(job), note: (limits) => accounts.noteLimits(job.accountId, limits) }, () => adapter.publisher.publish(telling(session, needs.onUploaded), watched, { ...intent, ...begunIn(needs, job, begunBefore) })))), answerOfPublished),
        (error) => ({ kind: 'unsendable', error })
      )
    case 'look_up': {
      const sent = { ...intent, sentAt: job.lastSentAt ?? job.intentAt, ...begunBy(job) }
      const found = await accounts.withSession(job.accountId, signal, (session, { publisher }) => publisher.findPublished(session, draft, sent))
      return answerOf(found, (value) => {
        if (value === 'none') return { kind: 'not_there' }
        return value === 'cannot_tell' ? { kind: 'cannot_tell' } : answerOfPublished(value)
      })
    }
    case 'resume': {
      const token = job.pendingToken
      if (token === null) return { kind: 'cannot_tell' }
      const resumed = await accounts.withSession(job.accountId, signal, (session, { publisher }) => resume(publisher.resume, session, draft, token, intent))
      return answerOf(resumed, (value) => (value === 'cannot_resume' ? { kind: 'cannot_tell' } : answerOfPublished(value)))
    }
  }
}

/** A copy that was put back knows nothing of what was begun since. */
function begunBy({ pendingToken, failure }: JobRecord): Pick<SentIntent, 'begun'> {
  return isLostInRestoration(failure) ? {} : begunOf(pendingToken)
}

/** The session with somebody who asks how far its uploads are; its secret stays the one of the moment. */
export function telling(session: AccountSession, onUploaded: AccountSession['onUploaded']): AccountSession {
  if (onUploaded === undefined) return session
  return {
    ...session,
    get secret() {
      return session.secret
    },
    onUploaded
  }
}

async function resume(
  call: NetworkAdapter['publisher']['resume'], session: AccountSession, draft: Draft, token: string, { isAnothers }: Pick<SendIntent, 'isAnothers'>
): Promise<NetworkResult<Published | 'cannot_resume'>> {
  return call === undefined ? { ok: true, value: 'cannot_resume' } : call(session, draft, token, isAnothers === undefined ? {} : { isAnothers })
}

/** What a send has begun at its network, and what the one before had. */
function begunIn(needs: Pick<AttemptNeeds, 'keepBegun'>, job: JobRecord, begunBefore: string | null): Pick<SendIntent, 'keepBegun' | 'begunBefore'> {
  return { keepBegun: (token) => needs.keepBegun(job, token), ...(begunBefore === null ? {} : { begunBefore }) }
}

async function performAct(adapter: NetworkAdapter, session: AccountSession, target: ActTarget): Promise<NetworkResult<null>> {
  const { capabilities, publisher } = adapter
  const { conversationRemoteId } = target
  if (publisher.act === undefined || offerOf(target.act, conversationRemoteId === undefined ? 'comment' : 'message', capabilities) !== 'yes') {
    return { ok: false, failure: { kind: 'rejected', error: studioError('rejected', `${capabilities.name} does not offer ${target.act}`) } }
  }
  const { act, remoteId, report, minutes, keepBegun, begunBefore } = target
  return publisher.act(session, { act, remoteId, ...(conversationRemoteId === undefined ? {} : { conversationRemoteId }), ...(report === undefined ? {} : { report }), ...(minutes === undefined ? {} : { minutes }), ...(keepBegun === undefined ? {} : { keepBegun }), ...(begunBefore === undefined ? {} : { begunBefore }) })
}

async function setLiked(adapter: NetworkAdapter, session: AccountSession, target: { remoteId: string; liked: boolean }): Promise<NetworkResult<null>> {
  const call = adapter.publisher.setLiked
  if (call === undefined) {
    return { ok: false, failure: { kind: 'rejected', error: studioError('rejected', `${adapter.capabilities.name} has no likes`) } }
  }
  return call(session, { remoteId: target.remoteId, liked: target.liked })
}

function answerOfPublished({ remoteId, url, pending }: Published): AttemptAnswer {
  return pending === undefined ? { kind: 'done', remoteId, remoteUrl: url } : { kind: 'pending', ...pending }
}

/** The cover of a film that is out. The same again changes nothing, so it needs no look; the film itself is never touched. */
async function setCover({ accounts, media, guard }: AttemptNeeds, job: JobRecord, { remoteId, cover }: Extract<JobPayload, { effect: 'set_cover' }>, signal: AbortSignal): Promise<AttemptAnswer> {
  const picture = media.coverToSend(cover.mediaId)
  if (picture === null) return { kind: 'unsendable', error: studioError('media_unreadable', 'the cover of this film is gone', { details: { mediaId: cover.mediaId } }) }
  const send = async (session: AccountSession, { capabilities, publisher }: NetworkAdapter, file: MediaToSend): Promise<NetworkResult<null>> => {
    if (guard.hold() !== null) return notOnHold()
    if (publisher.setCover === undefined) return { ok: false, failure: { kind: 'rejected', error: studioError('rejected', `${capabilities.name} takes no covers`) } }
    return publisher.setCover(session, { remoteId, picture: file })
  }
  return sendReading<AttemptAnswer, Pick<Draft, 'media'>>(
    { media: [picture] },
    async ({ media: [watched = picture] }) => answerOf(await accounts.withSession(job.accountId, signal, (session, adapter) => send(session, adapter, watched)), () => ({ kind: 'done', remoteId: null, remoteUrl: null })),
    (error) => ({ kind: 'unsendable', error })
  )
}

/** What the account's network can do; null: the account is gone. */
export function capabilitiesIn(accounts: Pick<AccountsService, 'read'>, accountId: string): NetworkCapabilities | null {
  const networkId = accounts.read(accountId)?.networkId
  return networkId === undefined ? null : capabilitiesOf(networkId)
}

/** How a network takes covers with a film; null: it takes none, or by a call of its own. */
function coverRuleOf(network: NetworkCapabilities | null): CoverRule | null {
  const cover = network?.video?.cover
  return cover !== undefined && takesCover(cover) && cover.sent === 'with_film' ? cover : null
}

/** The draft, or the id of the image that is gone. Of a document, all pages are one file. */
export function draftOf(media: MediaService, payload: CreatePayload, network: NetworkCapabilities | null): Draft | string {
  const files = filesOf(media, payload, network)
  if (typeof files === 'string') return files
  const { title, text, document, replyTo, audience, format } = payload
  const pages = network === null ? undefined : formatRuleOf(network, format)?.pages
  return { title, text, document, media: pages === undefined ? files : [media.documentToSend(files, title, pages.maxBytes.value)], replyTo, audience, ...besideWords(payload) }
}

function filesOf(media: MediaService, payload: CreatePayload, network: NetworkCapabilities | null): readonly MediaToSend[] | string {
  const files: MediaToSend[] = []
  for (const item of payload.media) {
    const file = fileOf(media, item, network)
    if (typeof file === 'string') return file
    files.push(file)
  }
  return files
}

/** With what its network takes along with it; the id of what is gone. */
function fileOf(media: MediaService, { mediaId, altText, cover, captions, focus, people }: CreatePayload['media'][number], network: NetworkCapabilities | null): MediaToSend | string {
  const stored = media.toSend(mediaId, altText)
  if (stored === null) return mediaId
  const covered = coverRuleOf(network) === null ? {} : coverOf(media, cover)
  if (covered === null) return cover?.mediaId ?? mediaId
  const read = network === null ? [] : media.captionsToSend(captionsFor({ captions }, network, 'with_film'))
  return read === null ? mediaId : { ...stored, ...(focus === undefined ? {} : { focus }), ...(people === undefined ? {} : { people }), ...spoken(read), ...covered }
}

/** null: it is gone. */
function coverOf(media: MediaService, cover: CreatePayload['media'][number]['cover']): Pick<MediaToSend, 'cover'> | null {
  if (cover === undefined) return {}
  const picture = media.coverToSend(cover.mediaId)
  return picture === null ? null : { cover: { atMs: cover.atMs, picture } }
}

function spoken(captions: readonly CaptionsToSend[]): Pick<MediaToSend, 'captions'> {
  return captions.length === 0 ? {} : { captions }
}

function besideWords({ tags, beside, poll, quote, format, terms, framing }: CreatePayload): Pick<Draft, 'tags' | 'beside' | 'poll' | 'quote' | 'format' | 'terms' | 'framing'> {
  return { ...(tags === undefined ? {} : { tags }), ...(beside === undefined ? {} : { beside }), ...(poll === undefined ? {} : { poll }), ...(quote === undefined ? {} : { quote }), ...(format === undefined ? {} : { format }), ...(terms === undefined ? {} : { terms }), ...(framing === undefined ? {} : { framing }) }
}

/** A card whose picture is gone goes without it: no post waits for a card. */
function withCard({ cards }: Pick<AttemptNeeds, 'cards'>, draft: Draft | string, { card }: CreatePayload): Draft | string {
  if (typeof draft === 'string' || card === undefined) return draft
  const { pictureId, ...words } = card
  return { ...draft, card: { ...words, picture: pictureId === null ? null : cards.picture(pictureId) } }
}
