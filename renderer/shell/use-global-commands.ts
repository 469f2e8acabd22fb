import { CloudOff, FolderOpen, Keyboard, Languages, Moon, PencilLine, Plus, Search, Sun, SunMoon, Undo2, Wifi } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommands, type Command } from './command-registry.ts'
import { footEntries, mainEntries } from './navigation-entries.ts'
import { openOverlay } from './overlay-store.ts'
import { navigateToScreen, useCurrentWorkspaceId } from './route-store.ts'
import { changeSettings, openDataFolder, toggleWorkOffline } from './studio-actions.ts'
import { useStudio } from './studio-store.ts'
import { useHoldCommands } from './use-hold-commands.ts'
import { switchWorkspace } from './switch-workspace.ts'
import { undoByKey, useUndoLabel } from './undo-key.ts'

/** The commands that exist on every screen. */
export function useGlobalCommands(): void {
  const { t } = useTranslation('shell')
  useCommands({ name: 'global', title: t('shortcuts.everywhere') }, [...useNavigationCommands(), ...useWorkspaceCommands(), ...useHoldCommands(), ...useStudioCommands()])
}

function useNavigationCommands(): readonly Command[] {
  const { t } = useTranslation('shell')
  const compose: Command = {
    id: 'compose',
    title: t('commands.newPost'),
    group: 'create',
    icon: PencilLine,
    shortcut: 'mod+n',
    worksWhileTyping: true,
    keywords: [t('screens.compose')],
    run: () => navigateToScreen('compose')
  }
  const workspaceId = useCurrentWorkspaceId()
  const search: Command = {
    id: 'searchPosts',
    title: t('commands.searchPosts'),
    group: 'go',
    icon: Search,
    shortcut: 'mod+f',
    worksWhileTyping: true,
    keywords: [t('commands.searchPostsWords')],
    disabled: workspaceId === null,
    run: () => openOverlay('searchPosts')
  }
  const screens = [...mainEntries, ...footEntries].map(
    ({ screen, icon, shortcut }): Command => ({
      id: `go.${screen}`,
      title: t('commands.goTo', { screen: t(`screens.${screen}`) }),
      group: 'go',
      icon,
      shortcut,
      keywords: [t(`screens.${screen}`)],
      run: () => navigateToScreen(screen)
    })
  )
  return [compose, search, ...screens]
}

function useWorkspaceCommands(): readonly Command[] {
  const { t } = useTranslation('shell')
  const workspaces = useStudio((state) => state.workspaces)
  const newClient: Command = { id: 'workspace.new', title: t('workspaces.add'), group: 'create', shortcut: 'mod+shift+n', worksWhileTyping: true, icon: Plus, run: () => openOverlay('newClient') }
  const switches = workspaces.map(({ id, name }, place): Command => ({
    id: `workspace.${id}`,
    title: t('commands.switchTo', { name }),
    group: 'clients',
    keywords: [name],
    ...(place < 9 ? { shortcut: `mod+${String(place + 1)}`, worksWhileTyping: true } : {}),
    run: () => switchWorkspace(id)
  }))
  return [newClient, ...switches]
}

function useStudioCommands(): readonly Command[] {
  const { t } = useTranslation('shell')
  const isOffline = useStudio((state) => state.settings.workOffline)
  const undoLabel = useUndoLabel()
  return [
    { id: 'palette', title: t('commands.openPalette'), shortcut: 'mod+k', worksWhileTyping: true, icon: Search, isHiddenFromPalette: true, run: () => openOverlay('palette') },
    // Not while typing: there the key takes back letters.
    {
      id: 'undo',
      title: undoLabel === null ? t('undo.nothing') : t('undo.command', { label: undoLabel }),
      group: 'studio',
      shortcut: 'mod+z',
      icon: Undo2,
      keywords: [t('undo.nothing')],
      disabled: undoLabel === null,
      run: () => void undoByKey()
    },
    { id: 'shortcuts', title: t('commands.showShortcuts'), group: 'studio', shortcut: '?', icon: Keyboard, run: () => openOverlay('shortcuts') },
    { id: 'offline', title: isOffline ? t('commands.goOnline') : t('commands.workOffline'), group: 'studio', icon: isOffline ? Wifi : CloudOff, run: toggleWorkOffline },
    { id: 'theme.light', title: t('commands.themeLight'), group: 'view', icon: Sun, run: () => void changeSettings({ theme: 'light' }) },
    { id: 'theme.dark', title: t('commands.themeDark'), group: 'view', icon: Moon, run: () => void changeSettings({ theme: 'dark' }) },
    { id: 'theme.system', title: t('commands.themeSystem'), group: 'view', icon: SunMoon, run: () => void changeSettings({ theme: 'system' }) },
    // Each in its own language, so that somebody lost in the other one finds it.
    { id: 'language.en', title: t('commands.speakEnglish'), group: 'view', icon: Languages, keywords: ['English'], run: () => void changeSettings({ language: 'en' }) },
    { id: 'language.fr', title: t('commands.speakFrench'), group: 'view', icon: Languages, keywords: ['français', 'francais'], run: () => void changeSettings({ language: 'fr' }) },
    { id: 'dataFolder', title: t('commands.openDataFolder'), group: 'studio', icon: FolderOpen, run: () => void openDataFolder() }
  ]
}
