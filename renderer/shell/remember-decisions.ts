import { t } from 'i18next'
import { studioError, type StudioError } from '../../shared/errors/studio-error.ts'
import { mostDecisions, type MissedUndo } from '../../shared/outbox/missed-decision.ts'
import { studio } from '../bridge/studio-client.ts'
import { firstWords } from '../language/first-words.ts'
import { leavingStore } from './leaving-store.ts'
import { rememberUndo, type Undoable } from './undo-store.ts'

/** One entry of what was decided together, with what can be taken back of it. */
export interface Decided {
  readonly excerpt: string
  readonly undos: readonly MissedUndo[]
}

export interface DecidedTogether extends Pick<Undoable, 'workspaceId' | 'label' | 'detail' | 'kind'> {
  readonly decided: readonly Decided[]
}

/** What was decided together is taken back together: by one button, and by the key before what leaves is taken back one by one. What has left meanwhile is counted. */
export function rememberDecisions({ decided, workspaceId, ...told }: DecidedTogether): void {
  const [first] = decided
  if (first === undefined) return
  const undos = decided.flatMap((one) => one.undos)
  const words = { what: firstWords(first.excerpt), count: decided.length }
  const isOne = decided.length === 1
  let back = 0
  const forget = rememberUndo({
    ...told,
    workspaceId,
    covers: new Set(undos.map(({ jobId }) => jobId)),
    will: isOne ? t('safety:leaving.askedBefore.will', words) : t('queue:missed.askAgain', words),
    undone: () => (back < decided.length ? t('queue:missed.asksAgainInPart', { count: back, left: t('queue:missed.notAgain', { count: decided.length - back }) }) : isOne ? t('safety:leaving.askedBefore.undone', words) : t('queue:missed.asksAgain', words)),
    async undo() {
      const { undone, error } = await takeBack(workspaceId, undos)
      back = decided.filter((one) => one.undos.every(({ jobId }) => undone.has(jobId))).length
      return undone.size > 0 ? null : (error ?? studioError('already_left', 'nothing of it can be taken back any more'))
    }
  })
  if (undos.every(({ movedTo }) => movedTo === null)) forgetOnceLeft(new Set(undos.map(({ jobId }) => jobId)), forget)
}

async function takeBack(workspaceId: string, undos: readonly MissedUndo[]): Promise<{ readonly undone: ReadonlySet<string>; readonly error: StudioError | null }> {
  const undone = new Set<string>()
  for (let from = 0; from < undos.length; from += mostDecisions) {
    const answer = await studio.request('posts.undoDecideMissed', { workspaceId, undos: undos.slice(from, from + mostDecisions) })
    if (!answer.ok) return { undone, error: answer.error }
    for (const jobId of answer.value.undone) undone.add(jobId)
  }
  return { undone, error: null }
}

/** Once nothing of it is about to leave any more there is nothing left to take back. */
function forgetOnceLeft(jobIds: ReadonlySet<string>, forget: () => void): void {
  let wasSeen = false
  const end = leavingStore.subscribe(({ leaving }) => {
    const isSeen = leaving.some((entry) => entry.jobIds.some((id) => jobIds.has(id)))
    if (wasSeen && !isSeen) {
      end()
      forget()
    }
    wasSeen = isSeen
  })
}
