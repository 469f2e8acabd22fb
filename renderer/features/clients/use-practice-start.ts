import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { systemTimeZone } from '../../language/system-time-zone.ts'
import { enterClient } from './enter-client.ts'

export interface PracticeStart {
  readonly isStarting: boolean
  readonly error: StudioError | null
  /** Makes a practice client with its month and goes there; true when that went well. */
  readonly start: () => Promise<boolean>
}

/** A practice client in the language of the page and the zone of the computer. */
export function usePracticeStart(): PracticeStart {
  const { i18n } = useTranslation()
  // Made once, so that a second try goes on with what the first one has begun.
  const [workspaceId] = useState(newId)
  const [isStarting, setStarting] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)

  async function start(): Promise<boolean> {
    setStarting(true)
    setError(null)
    const answer = await studio.request('practice.start', { workspaceId, language: i18n.resolvedLanguage === 'fr' ? 'fr' : 'en', timeZone: systemTimeZone() })
    if (answer.ok) await enterClient(answer.value.workspaceId, 'calendar')
    else setError(answer.error)
    setStarting(false)
    return answer.ok
  }

  return { isStarting, error, start }
}
