import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MissedFate, MissedUndo } from '../../../../shared/outbox/missed-decision.ts'
import type { HeldFate } from '../../../../shared/safety/hold.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { rememberDecisions, type Decided } from '../../../shell/remember-decisions.ts'
import { saveSettings } from '../../../shell/studio-store.ts'
import { decideInPieces, type Refused } from './decide-in-pieces.ts'
import { countDone, missedDecisions, type MissedEntry } from './missed-entries.ts'

export interface DecideMissed {
  readonly isBusy: boolean
  /** What was refused, with its reason; null where the engine could not be asked at all. */
  readonly decide: (entries: readonly MissedEntry[], fates: ReadonlyMap<string, HeldFate>, isRepeatMeant?: boolean) => Promise<Refused | null>
}

/** Carries out what was decided about several, says what went, and offers one way back for all of it that can be taken back. */
export function useDecideMissed(workspaceId: string): DecideMissed {
  const { t } = useTranslation('queue')
  const formats = useFormats()
  const [isBusy, setBusy] = useState(false)

  async function say(entries: readonly MissedEntry[], fates: ReadonlyMap<string, HeldFate>, done: readonly string[]): Promise<void> {
    const counted = countDone(entries, fates, done)
    if (counted.size === 0) return
    const label = formats.list(kinds.flatMap((kind) => countOf(counted, kind).map((count) => t(`missed.${words[kind]}`, { count }))))
    const decided = await undosOf(workspaceId, entries, fates, done)
    const count = [...counted.values()].flat().length
    if (decided.length === 0) showToast({ kind: 'success', workspaceId, title: label })
    else rememberDecisions({ workspaceId, kind: 'success', label, decided, ...(decided.length < count ? { detail: t('missed.undoSome', { count: decided.length }) } : {}) })
    if (counted.has('publish_now')) void saveSettings({ lastPublishingWorkspaceId: workspaceId })
  }

  return {
    isBusy,
    async decide(entries, fates, isRepeatMeant = false) {
      setBusy(true)
      const { done, refused, error } = await decideInPieces(missedDecisions(entries, fates), (decisions) => studio.request('posts.decideMissed', { workspaceId, decisions, isRepeatMeant }))
      setBusy(false)
      if (error !== null) showFailure(error, workspaceId)
      // What went before it was cut off has gone.
      await say(entries, fates, done)
      return error === null ? refused : null
    }
  }
}

const kinds = ['publish_now', 'move', 'drop'] as const
const words = { publish_now: 'sent', move: 'moved', drop: 'dropped' } as const

function countOf(counted: ReturnType<typeof countDone>, kind: MissedFate['kind']): readonly number[] {
  const entries = counted.get(kind)
  return entries === undefined ? [] : [entries.length]
}

/** What can be taken back of each: what is about to leave, and what has another hour. What was given up, or has left already, stays so. */
async function undosOf(workspaceId: string, entries: readonly MissedEntry[], fates: ReadonlyMap<string, HeldFate>, done: readonly string[]): Promise<readonly Decided[]> {
  const answer = await studio.request('studio.leaving', {})
  const leaving = new Set(answer.ok ? answer.value.leaving.flatMap(({ jobIds }) => jobIds) : [])
  const decided = await Promise.all(
    entries.map(async ({ key, postId, excerpt, jobs }) => {
      const own = jobs.filter(({ jobId }) => done.includes(jobId))
      const kind = own.length === 0 ? undefined : fates.get(key)?.kind
      const times = kind === 'move' ? await timesOf(workspaceId, postId) : new Map<string, number>()
      const undos = own.flatMap(({ jobId }): MissedUndo[] => {
        if (kind === 'publish_now') return leaving.has(jobId) ? [{ jobId, movedTo: null }] : []
        return [times.get(jobId) ?? []].flat().map((movedTo) => ({ jobId, movedTo }))
      })
      return { excerpt, undos }
    })
  )
  return decided.filter(({ undos }) => undos.length > 0)
}

async function timesOf(workspaceId: string, postId: string): Promise<ReadonlyMap<string, number>> {
  const answer = await studio.request('posts.read', { workspaceId, postId })
  return new Map(answer.ok ? answer.value.jobs.map(({ id, dueAt }) => [id, dueAt]) : [])
}
