import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { EditedText } from '../../../shared/published/check-edit.ts'
import type { YesToWords } from '../../../shared/published/yes-to-words.ts'
import { studio } from '../../bridge/studio-client.ts'
import { showToast } from '../../components/toaster.ts'
import { holdOf } from '../../shell/hold-actions.ts'
import { useStudio, useWorkspace } from '../../shell/studio-store.ts'
import type { PartThere } from './edit-groups.ts'

export interface EditToSend {
  readonly part: PartThere
  readonly text: EditedText
}

export interface SendingEdits {
  readonly isBusy: boolean
  /** What the engine did not take, and why. */
  readonly refused: ReadonlyMap<string, StudioError>
  /** The next one of which it is asked whether the same words twice are meant; null: none. */
  readonly asked: { readonly edit: EditToSend; readonly error: StudioError } | null
  /** A durable job for each account, in order; the rest goes on where one is refused. */
  readonly send: (edits: readonly EditToSend[], isRepeatMeant: boolean) => void
  readonly leaveAsked: () => void
}

interface Refusal {
  readonly edit: EditToSend
  readonly error: StudioError
}

/** Gives the new words of each account to the outbox. `onTaken` hears which were taken so far, and whether nothing is left to be asked or mended. */
export function useSendingEdits(workspaceId: string, yes: YesToWords | null, onTaken: (jobIds: readonly string[], isAll: boolean) => void): SendingEdits {
  const { t } = useTranslation('published')
  const [isBusy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [takenBefore, setTakenBefore] = useState<readonly string[]>([])
  const seconds = useWorkspace(workspaceId)?.safety.undoSeconds ?? 0
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const [first] = refusals.filter(({ error }) => isRepeat(error))

  async function give(edits: readonly EditToSend[], isRepeatMeant: boolean): Promise<void> {
    setBusy(true)
    const [taken, stopped]: [string[], Refusal[]] = [[], []]
    for (const edit of edits) {
      const { part: { jobId, seen }, text: { title, document } } = edit
      const answer = await studio.request('published.edit', { workspaceId, jobId, title, document, seen, ...(yes === null ? {} : { yes }), isRepeatMeant })
      if (answer.ok) taken.push(jobId)
      else stopped.push({ edit, error: answer.error })
    }
    setBusy(false)
    const given = new Set(edits.map(({ part }) => part.jobId))
    const left = [...refusals.filter(({ edit }) => !given.has(edit.part.jobId)), ...stopped]
    setRefusals(left)
    const count = taken.length
    if (count > 0) showToast({ kind: 'success', workspaceId, title: isOnHold ? t('edit.savedHeld', { count }) : seconds > 0 ? t('edit.savedSoon', { count, seconds }) : t('edit.saved', { count }) })
    const all = [...takenBefore, ...taken]
    setTakenBefore(all)
    onTaken(all, left.length === 0)
  }

  return {
    isBusy,
    refused: new Map(refusals.filter(({ error }) => !isRepeat(error)).map(({ edit, error }) => [edit.part.jobId, error])),
    asked: first ?? null,
    send: (edits, isRepeatMeant) => void give(edits, isRepeatMeant),
    leaveAsked: () => setRefusals(refusals.filter((one) => one !== first))
  }
}

function isRepeat({ code }: StudioError): boolean {
  return code === 'repeat_needs_confirmation'
}
