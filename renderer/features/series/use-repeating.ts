import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../shared/contract/result.ts'
import type { RecurrenceRule, Series, SeriesEnd, SeriesState } from '../../../shared/series/series.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { routeTo } from '../../shell/route.ts'
import { navigate } from '../../shell/route-store.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import { saveSettings } from '../../shell/studio-store.ts'

export interface Repetition {
  readonly rule: RecurrenceRule
  readonly end: SeriesEnd
}

export interface Repeating {
  readonly isBusy: boolean
  /** Starts a series with this post, or changes it and what follows. True when it is done; an error where the person has to say first that the same words are meant twice. */
  readonly confirm: (series: Series | null, repetition: Repetition, localDateTime: string, isRepeatMeant: boolean) => Promise<boolean | StudioError>
  /** `day`: its name, for what is said of it. */
  readonly skip: (series: Series, date: string, day: string) => Promise<void>
  readonly setState: (series: Series, state: SeriesState) => Promise<void>
}

async function skipDay(workspaceId: string, seriesId: string, date: string, skip: boolean): Promise<StudioError | null> {
  const answer = await studio.request('series.skip', { workspaceId, seriesId, date, skip })
  return answer.ok ? null : answer.error
}

const stateWords = { active: 'resumedToast', paused: 'pausedToast', ended: 'endedToast' } as const

export interface RepeatingOptions {
  readonly workspaceId: string
  readonly postId: string
  /** The newest revision, once everything typed is saved; null when saving failed. */
  readonly savedRevision: () => Promise<number | null>
}

/** What is done about the repetition of one post. */
export function useRepeating({ workspaceId, postId, savedRevision }: RepeatingOptions): Repeating {
  const { t } = useTranslation('series')
  const [isBusy, setBusy] = useState(false)

  async function isDone(act: () => Promise<Result<unknown>>, title: string): Promise<boolean | StudioError> {
    setBusy(true)
    const answer = await act()
    setBusy(false)
    if (answer.ok) showToast({ kind: 'success', workspaceId, title })
    else if (answer.error.code === 'repeat_needs_confirmation') return answer.error
    else showFailure(answer.error, workspaceId)
    return answer.ok
  }

  return {
    isBusy,
    async confirm(series, { rule, end }, localDateTime, isRepeatMeant) {
      const revision = await savedRevision()
      if (revision === null) return false
      const given = { workspaceId, postId, revision, localDateTime, rule, end, isRepeatMeant }
      if (series !== null) return isDone(() => studio.request('series.changeFollowing', { ...given, seriesId: series.id }), t('changed'))
      const isStarted = await isDone(() => studio.request('series.start', { ...given, seriesId: newId() }), t('started'))
      // As after a single post: for the question at the next client.
      if (isStarted === true) void saveSettings({ lastPublishingWorkspaceId: workspaceId })
      return isStarted
    },
    async skip(series, date, day) {
      setBusy(true)
      const error = await skipDay(workspaceId, series.id, date, true)
      setBusy(false)
      if (error !== null) return showFailure(error, workspaceId)
      // Its post is gone by one's own wish: nothing is left to look at here.
      navigate(routeTo('calendar', workspaceId))
      rememberUndo({ workspaceId, label: t('skipped', { day }), will: t('skipWill', { day }), undone: t('skipUndone', { day }), undo: () => skipDay(workspaceId, series.id, date, false) })
    },
    setState: async (series, state) => void (await isDone(() => studio.request('series.setState', { workspaceId, seriesId: series.id, state }), t(stateWords[state])))
  }
}
