import { useTranslation } from 'react-i18next'
import { currentInstant } from '../../bridge/system-clock.ts'
import { showToast } from '../../components/toaster.ts'
import { useFormats } from '../../language/use-formats.ts'
import { navigate } from '../../shell/route-store.ts'
import { asUtcFigures, suggestedTime } from '../composer/schedule-choice.ts'
import { slotAt } from './calendar-slots.ts'

/** The ways from the calendar to the composer. */
export function useCompose(workspaceId: string, timeZone: string): { readonly openPost: (postId: string) => void; readonly composeAt: (localDateTime: string) => void } {
  const { t } = useTranslation('calendar')
  const formats = useFormats()
  return {
    openPost: (postId) => navigate({ screen: 'compose', workspaceId, postId, at: null }),
    /** A slot that is over cannot take a post: the next one that can is offered, and why is said. */
    composeAt(wanted) {
      const slot = slotAt(wanted, currentInstant(), timeZone)
      const at = slot.kind === 'over' ? suggestedTime(currentInstant(), timeZone) : slot.at
      if (slot.kind !== 'free') showToast({ title: t('slotOver'), detail: t('slotOverText', { when: formats.dayAndTime(asUtcFigures(at), 'UTC') }) })
      navigate({ screen: 'compose', workspaceId, postId: null, at })
    }
  }
}
