import { CirclePause, CirclePlay } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Command } from './command-registry.ts'
import { askToLift, holdOf } from './hold-actions.ts'
import { openOverlay } from './overlay-store.ts'
import { useCurrentWorkspaceId } from './route-store.ts'
import { useStudio } from './studio-store.ts'

const shortcut = { shortcut: 'mod+shift+h', worksWhileTyping: true } as const

/** One key for the emergency, wherever one is: it holds everything, and once that stands it leads to the way back. */
export function useHoldCommands(): readonly Command[] {
  const { t } = useTranslation('safety')
  const workspaceId = useCurrentWorkspaceId()
  const hold = holdOf(useStudio((state) => state.holds), workspaceId)
  let holdCommand: Command = { id: 'hold', title: t('hold.command'), group: 'studio', icon: CirclePause, keywords: [t('hold.keywords')], ...(hold === null ? shortcut : {}), run: () => openOverlay('hold') }
  if (hold === null) return [holdCommand]
  if (hold.workspaceId !== null) holdCommand = { ...holdCommand, title: t('hold.commandAll') }
  return [{ id: 'lift', title: t('lift.command'), group: 'studio', icon: CirclePlay, keywords: [t('hold.keywords')], ...shortcut, run: () => askToLift(hold) }, holdCommand]
}
