import { CalendarDays, Images, Inbox, Lightbulb, PencilLine, Radar, Send, Settings, UserRoundCog } from 'lucide-react'
import type { Icon } from '../components/icon.ts'
import type { WorkspaceScreenName } from './route.ts'

export interface NavigationEntry {
  readonly screen: WorkspaceScreenName
  readonly icon: Icon
  readonly shortcut: string
}

/** The screens in the order of the day's work; the last two stand apart at the foot of the side bar. */
export const mainEntries = [
  { screen: 'calendar', icon: CalendarDays, shortcut: 'g c' },
  { screen: 'inbox', icon: Inbox, shortcut: 'g i' },
  { screen: 'watch', icon: Radar, shortcut: 'g w' },
  { screen: 'outbox', icon: Send, shortcut: 'g o' },
  { screen: 'ideas', icon: Lightbulb, shortcut: 'g d' },
  { screen: 'library', icon: Images, shortcut: 'g l' }
] as const satisfies readonly NavigationEntry[]

export const composeEntry = { screen: 'compose', icon: PencilLine, shortcut: 'mod+n' } as const satisfies NavigationEntry

export const footEntries = [
  { screen: 'accounts', icon: UserRoundCog, shortcut: 'g a' },
  { screen: 'settings', icon: Settings, shortcut: 'g s' }
] as const satisfies readonly NavigationEntry[]
