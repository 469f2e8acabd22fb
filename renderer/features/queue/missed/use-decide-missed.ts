import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MissedFate } from '../../../../shared/outbox/missed-decision.ts'
import type { HeldFate } from '../../../../shared/safety/hold.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { rememberMove } from '../../../shell/remember-move.ts'
import { saveSettings } from '../../../shell/studio-store.ts'
import { decideInPieces, type Refused } from './decide-in-pieces.ts'
import { countDone, missedDecisions, type MissedEntry } from './missed-entries.ts'

export interface DecideMissed {
  readonly isBusy: boolean
  /** What was refused, with its reason; null where the engine could not be asked at all. */
  readonly decide: (entries: readonly MissedEntry[], fates: ReadonlyMap<string, HeldFate>, isRepeatMeant?: boolean) => Promise<Refused | null>
}

/** Carries out what was decided about several, says what went, and offers the way back of what was moved. */
export function useDecideMissed(workspaceId: string): DecideMissed {
  const { t } = useTranslation('queue')
  const formats = useFormats()
  const [isBusy, setBusy] = useState(false)

  async function say(entries: readonly MissedEntry[], fates: ReadonlyMap<string, HeldFate>, done: readonly string[]): Promise<void> {
    const counted = countDone(entries, fates, done)
    if (counted.size === 0) return
    const label = formats.list(kinds.flatMap((kind) => countOf(counted, kind).map((count) => t(`missed.${words[kind]}`, { count }))))
    const moved = counted.get('move') ?? []
    const times = await Promise.all(moved.map(({ postId }) => dueAtOf(workspaceId, postId)))
    const back = times.flatMap((time) => time ?? [])
    if (back.length === 0) showToast({ kind: 'success', workspaceId, title: label })
    else rememberMove({ workspaceId, kind: 'success', label, ...(counted.size > 1 ? { detail: t('missed.undoMovesOnly') } : {}), moved: back, excerpt: moved.map(({ excerpt }) => excerpt).join('') })
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

async function dueAtOf(workspaceId: string, postId: string): Promise<{ readonly postId: string; readonly dueAt: number } | null> {
  const answer = await studio.request('posts.read', { workspaceId, postId })
  const dueAt = answer.ok ? answer.value.post.schedule?.dueAt : undefined
  return dueAt === undefined ? null : { postId, dueAt }
}
