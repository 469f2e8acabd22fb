import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { MediaService } from '../media/media-service.ts'
import { done, failed, mapValue } from '../networks/network-results.ts'
import { answerOf } from './answer-of.ts'
import type { AttemptAnswer } from './attempt-facts.ts'
import type { JobPayload } from './job-payload.ts'
import type { JobRecord } from './job-record.ts'
import type { SendGuard } from './send-guard.ts'
import { stopOf, unlessStopped } from './stop-of.ts'

interface CaptionsNeeds {
  readonly accounts: Pick<AccountsService, 'withSession'>
  readonly media: Pick<MediaService, 'captionsToSend'>
  readonly guard: Pick<SendGuard, 'hold'>
  isUnwanted(job: JobRecord): boolean
}

type CaptionsPayload = Extract<JobPayload, { effect: 'add_captions' }>

/** A film that is there gets subtitles in one language. The film itself is never touched. */
export async function addCaptions({ accounts, media, guard, isUnwanted }: CaptionsNeeds, job: JobRecord, { remoteId, captions }: CaptionsPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const [file] = media.captionsToSend([captions]) ?? []
  if (file === undefined) return { kind: 'unsendable', error: studioError('media_unreadable', 'these subtitles are gone', { details: { fileName: captions.fileName } }) }
  const answer = await accounts.withSession(job.accountId, signal, (session, { capabilities, publisher }) =>
    unlessStopped(stopOf(guard, () => isUnwanted(job)), async () => (publisher.addCaptions === undefined ? failed('rejected', studioError('rejected', `${capabilities.name} takes no subtitles`)) : publisher.addCaptions(session, { remoteId, language: file.language, cues: file.cues })))
  )
  return answerOf(answer, () => ({ kind: 'done', remoteId: null, remoteUrl: null }))
}

/** Whether the film has them: a call whose answer was lost is looked for before another one. */
export async function lookForCaptions({ accounts }: Pick<CaptionsNeeds, 'accounts'>, job: JobRecord, { remoteId, captions }: CaptionsPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const looked = await accounts.withSession(job.accountId, signal, async (session, { publisher }) => {
    if (publisher.hasCaptions === undefined) return done<AttemptAnswer>({ kind: 'cannot_tell' })
    return mapValue(await publisher.hasCaptions(session, { remoteId, language: captions.language }), (isThere): AttemptAnswer => (isThere ? { kind: 'done', remoteId: null, remoteUrl: null } : { kind: 'not_there' }))
  })
  return answerOf(looked, (value) => value)
}
