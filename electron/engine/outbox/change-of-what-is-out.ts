import { studioError } from '../../../shared/errors/studio-error.ts'
import { changesTitle } from '../../../shared/published/changes-title.ts'
import { isSameThere, saysWanted, type WordsThere } from '../../../shared/published/words-there.ts'
import type { PostThere } from '../../../shared/reality/post-there.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import { goneThere, readBeforeWriting } from '../networks/network-edit.ts'
import type { Published } from '../networks/network-publisher.ts'
import type { AccountSession } from '../networks/network-session.ts'
import type { NetworkResult } from '../networks/network-failure.ts'
import type { SentWords } from '../networks/network-reading.ts'
import { done, failed, mapValue } from '../networks/network-results.ts'
import { answerOf } from './answer-of.ts'
import type { AttemptAnswer } from './attempt-facts.ts'
import type { CreatePayload, JobPayload } from './job-payload.ts'
import type { JobRecord } from './job-record.ts'
import type { SendGuard } from './send-guard.ts'
import { stopOf, unlessStopped } from './stop-of.ts'

interface ChangeNeeds {
  readonly accounts: Pick<AccountsService, 'withSession'>
  readonly media: Pick<MediaService, 'toSend'>
  readonly guard: Pick<SendGuard, 'hold'>
  /** What the job changes, as it was sent; null where it changes nothing that is out. */
  readAbout(job: JobRecord): CreatePayload | null
  isUnwanted(job: JobRecord): boolean
}

type EditPayload = Extract<JobPayload, { effect: 'edit' }>
type There = PostThere | 'gone' | 'not_told'
type NewNumber = Pick<Published, 'remoteId' | 'url'>

const confirmed: AttemptAnswer = { kind: 'done', remoteId: null, remoteUrl: null }

/** The words stand there: under the number that is known, or under another one since. */
function confirmedAs(now: NewNumber | null): AttemptAnswer {
  return now === null ? confirmed : { kind: 'done', remoteId: now.remoteId, remoteUrl: now.url }
}

/** Whether what was to be deleted is gone. Nobody can look up a report: the user is asked. */
export async function lookForAct({ accounts, media, readAbout }: ChangeNeeds, job: JobRecord, { act, remoteId }: Extract<JobPayload, { effect: 'act' }>, signal: AbortSignal): Promise<AttemptAnswer> {
  const sent = act === 'delete' ? readAbout(job) : null
  if (sent === null) return { kind: 'cannot_tell' }
  const read = await accounts.withSession(job.accountId, signal, (session, adapter) => readThere(adapter, session, remoteId, wordsOf(media, sent)))
  return answerOf(read, (there) => {
    if (there === 'not_told') return { kind: 'cannot_tell' }
    return there === 'gone' ? confirmed : { kind: 'not_there' }
  })
}

/** Whether the new words stand there. Other ones may be the old ones or somebody's: what is sent next reads them once more before it writes. */
export async function lookForEdit(needs: ChangeNeeds, job: JobRecord, wanted: EditPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const looked = await needs.accounts.withSession(job.accountId, signal, async (session, adapter) => {
    const read = await readThere(adapter, session, wanted.remoteId, wantedWords(needs, job, wanted))
    return mapValue(read, (there): AttemptAnswer => {
      if (there === 'not_told') return { kind: 'cannot_tell' }
      return there !== 'gone' && says(there, wanted, job, session) ? confirmedAs(there.nowAs ?? null) : { kind: 'not_there' }
    })
  })
  return answerOf(looked, (answer) => answer)
}

/** Writes only over what the person had before their eyes, where the network lets that be known. */
export async function edit(needs: ChangeNeeds, job: JobRecord, wanted: EditPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const answer = await needs.accounts.withSession(job.accountId, signal, (session, adapter) => unlessStopped(stopOf(needs.guard, () => needs.isUnwanted(job)), () => editWith(needs, { job, wanted, session, adapter })))
  return answerOf(answer, confirmedAs)
}

interface EditOf {
  readonly job: JobRecord
  readonly wanted: EditPayload
  readonly session: AccountSession
  readonly adapter: NetworkAdapter
}

async function editWith(needs: ChangeNeeds, { job, wanted, session, adapter }: EditOf): Promise<NetworkResult<NewNumber | null>> {
  const { capabilities, publisher } = adapter
  if (publisher.edit === undefined || capabilities.edit.offer.value !== 'yes') return failed('rejected', studioError('rejected', `${capabilities.name} lets no post be changed`))
  // Each reading may cost: where the change itself begins with one, none goes before it.
  const read = publisher.editReadsFirst === true ? done('not_told' as const) : await readThere(adapter, session, wanted.remoteId, wantedWords(needs, job, wanted))
  if (!read.ok) return readBeforeWriting(read)
  const there = read.value
  if (there === 'gone') return failed('rejected', goneThere)
  if (there !== 'not_told') {
    if (says(there, wanted, job, session)) return done(there.nowAs ?? null)
    if (wanted.seen !== null && !isSeenOrWanted(there, wanted.seen, wanted)) return failed('rejected', changedThere(there, wanted.seen))
  }
  const { remoteId, title, text, document, hasMedia } = wanted
  return publisher.edit(session, { remoteId, title, text, document, hasMedia, was: needs.readAbout(job), ...(wanted.seen === null ? {} : { seen: wanted.seen.text }) })
}

/** Title and words may take a call each: what was cut off between them stands there by halves, and is ours. */
function isSeenOrWanted(there: PostThere, seen: WordsThere, { title, text }: EditPayload): boolean {
  const isText = isSameThere({ text: there.text }, { text: seen.text }) || isSameThere({ text: there.text }, { text: there.textAsSent ?? text })
  const [titleThere, titleSeen] = [there.title, seen.title]
  return isText && (titleThere === undefined || titleSeen === undefined || titleThere.trim() === title.trim() || isSameThere({ title: titleThere, text: '' }, { title: titleSeen, text: '' }))
}

/** Both, for the person to see. */
function changedThere(there: PostThere, seen: { readonly text: string }): ReturnType<typeof studioError> {
  return studioError('changed_there', 'somebody changed it there in the meantime', { details: { there: there.text, seen: seen.text } })
}

/** Words that the network refused stand nowhere: sent once more, the network itself says why. */
function says(there: PostThere, wanted: EditPayload, { part }: JobRecord, { account }: AccountSession): boolean {
  return there.isRefused !== true && saysWanted(there, wanted, changesTitle(account, part))
}

async function readThere({ readBack }: NetworkAdapter, session: AccountSession, remoteId: string, words: SentWords): Promise<NetworkResult<There>> {
  return readBack === undefined ? done('not_told') : readBack(session, remoteId, words)
}

function wantedWords({ media, readAbout }: Pick<ChangeNeeds, 'media' | 'readAbout'>, job: JobRecord, { title, text, document }: EditPayload): SentWords {
  return wordsOf(media, { title, text, document, media: readAbout(job)?.media ?? [] })
}

/** As reading back wants them. */
function wordsOf(media: Pick<MediaService, 'toSend'>, { title, text, document, media: items }: Pick<CreatePayload, 'title' | 'text' | 'document' | 'media'>): SentWords {
  return { title, text, document, media: items.map(({ mediaId, altText }) => ({ isVideo: (media.toSend(mediaId, altText)?.durationMs ?? null) !== null })) }
}
