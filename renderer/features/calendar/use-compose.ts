import { useTranslation } from 'react-i18next'
import type { PostSummary } from '../../../shared/posts/post.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { showToast } from '../../components/toaster.ts'
import { useFormats } from '../../language/use-formats.ts'
import { navigate } from '../../shell/route-store.ts'
import { asUtcFigures, suggestedTime } from '../composer/schedule-choice.ts'
import { takenTimes } from '../composer/taken-times.ts'
import { slotAt } from './calendar-slots.ts'

/** The ways from the calendar to the composer. `posts`: those that are shown. */
export function useCompose(workspaceId: string, timeZone: string, posts: readonly PostSummary[]): { readonly openPost: (postId: string) => void; readonly composeAt: (localDateTime: string) => void } {
  const { t } = useTranslation('calendar')
  const formats = useFormats()
  return {
    openPost: (postId) => navigate({ screen: 'compose', workspaceId, postId, at: null }),
    /** A slot that is over cannot take a post: the next one that can is offered, and why is said. */
    composeAt(wanted) {
      const taken = takenTimes(posts, { accountIds: [], postId: null })
      const slot = slotAt(wanted, currentInstant(), timeZone, taken)
      const at = slot.kind === 'over' ? suggestedTime(currentInstant(), timeZone, taken) : slot.at
      if (slot.kind !== 'free') showToast({ title: t('slotOver'), detail: t('slotOverText', { when: formats.dayAndTime(asUtcFigures(at), 'UTC') }) })
      navigate({ screen: 'compose', workspaceId, postId: null, at })
    }
  }
}
