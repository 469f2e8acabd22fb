import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { useFormats } from '../../language/use-formats.ts'
import type { OpenPost } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { asUtcFigures, suggestedTime } from './schedule-choice.ts'

export interface Sending {
  /** The chosen wall-clock time, `2026-11-21T09:00`; empty while it is being typed. */
  readonly time: string
  readonly isBusy: boolean
  /** The post has a time and waits for it. */
  readonly isWaiting: boolean
  readonly choose: (time: string) => void
  /** Gives the post the chosen time: schedules a draft, moves what waits. */
  readonly plan: () => Promise<void>
  readonly publishNow: () => Promise<void>
  /** Makes a draft of it again and keeps its time as a proposal. */
  readonly takeBack: () => Promise<void>
}

/** When a post goes out, and what is done about it. `at` is where the time starts: a slot that was clicked, null for the next half hour. */
export function useSending({ store, post, timeZone, at }: { readonly store: ComposerStore; readonly post: OpenPost; readonly timeZone: string; readonly at: string | null }): Sending {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const [isBusy, setBusy] = useState(false)
  const [proposed] = useState(() => at ?? suggestedTime(currentInstant(), timeZone))
  // null: as scheduled, or as proposed.
  const [chosen, setChosen] = useState<string | null>(null)
  const time = chosen ?? post.schedule?.localDateTime ?? proposed
  const isWaiting = post.status === 'scheduled' && post.schedule !== null

  async function isDone(act: () => Promise<StudioError | null>): Promise<boolean> {
    setBusy(true)
    const error = await act()
    setBusy(false)
    if (error) showFailure(error)
    return error === null
  }

  return {
    time,
    isBusy,
    isWaiting,
    choose: setChosen,
    async plan() {
      if (!(await isDone(() => (isWaiting ? store.reschedule(time) : store.schedule({ kind: 'at', localDateTime: time }))))) return
      setChosen(null)
      showToast({ kind: 'success', title: t(isWaiting ? 'schedule.changed' : 'schedule.done', { when: formats.dayAndTime(asUtcFigures(time), 'UTC') }) })
    },
    async publishNow() {
      await isDone(() => store.schedule({ kind: 'now' }))
    },
    async takeBack() {
      const planned = post.schedule?.localDateTime ?? null
      if (await isDone(() => store.unschedule())) setChosen(planned)
    }
  }
}
