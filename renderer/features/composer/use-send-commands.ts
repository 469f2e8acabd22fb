import { useTranslation } from 'react-i18next'
import type { Reach } from '../../../shared/accounts/reach-of-accounts.ts'
import { useCommands, type Command } from '../../shell/command-registry.ts'
import { nowWord } from './now-word.ts'
import type { SendingObstacle } from './sending-obstacle.ts'
import type { Sending } from './use-sending.ts'

export interface SendCommands {
  readonly sending: Sending
  /** Of the accounts it goes to. */
  readonly reach: Reach
  readonly canEdit: boolean
  readonly isByHand: boolean
  readonly isOnHold: boolean
  readonly obstacle: SendingObstacle | null
  readonly onPublishNow: () => void
  readonly onSave: () => void
}

/** Scheduling, publishing and saving by key and palette, with the same rule as the buttons; by key there is no button to look at, so what stands in the way is said. */
export function useSendCommands({ sending, reach, canEdit, isByHand, isOnHold, obstacle, onPublishNow, onSave }: SendCommands): void {
  const { t } = useTranslation('composer')
  const words = isByHand ? 'byHand' : 'schedule'

  /** Without words where the command has no meaning at all. */
  function refusal(reason: SendingObstacle | null, isMeant: boolean): Pick<Command, 'disabled' | 'refusal'> {
    if (!isMeant || sending.isBusy) return { disabled: true }
    return reason === null ? {} : { disabled: true, refusal: t(`obstacle.${reason}`) }
  }

  useCommands({ name: 'composer', title: t('title') }, [
    {
      id: 'composer.schedule',
      title: t(sending.isWaiting ? 'schedule.change' : `${words}.schedule`),
      shortcut: 'mod+enter',
      worksWhileTyping: true,
      ...refusal(obstacle, canEdit || sending.isWaiting),
      run: () => void sending.schedule()
    },
    {
      id: 'composer.publishNow',
      title: t(nowWord({ isByHand, isOnHold, reach })),
      shortcut: 'mod+shift+enter',
      worksWhileTyping: true,
      ...refusal(obstacle === 'checks' ? obstacle : null, canEdit),
      run: onPublishNow
    },
    { id: 'composer.save', title: t('save.retry'), shortcut: 'mod+s', worksWhileTyping: true, isHiddenFromPalette: true, run: onSave }
  ])
}
