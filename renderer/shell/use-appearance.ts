import { useEffect, useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { chooseLanguage } from '../language/languages.ts'
import { speak } from '../language/start-language.ts'
import type { ScreenName } from './route.ts'
import { useStudio } from './studio-store.ts'

/** Theme, language, the client's colour and the window's title follow the settings and the workspace. They sit on the root so that portals have them too. */
export function useAppearance(workspace: Workspace | undefined, screen: ScreenName): void {
  const { t } = useTranslation('shell')
  const { theme, language, singleKeyShortcuts } = useStudio((state) => state.settings)
  const { colour, name } = workspace ?? { colour: undefined, name: undefined }
  const systemLanguage = useStudio((state) => state.environment?.systemLanguage) ?? navigator.language

  useLayoutEffect(() => {
    setOrRemove('theme', theme === 'system' ? undefined : theme)
  }, [theme])

  useLayoutEffect(() => {
    setOrRemove('client', colour)
  }, [colour])

  useLayoutEffect(() => {
    setOrRemove('singleKeys', singleKeyShortcuts ? undefined : 'off')
  }, [singleKeyShortcuts])

  const title = [t(`screens.${screen}`), name, t('appName')].filter((part) => part !== undefined).join(' — ')
  useEffect(() => {
    document.title = title
  }, [title])

  useEffect(() => {
    void speak(chooseLanguage(language, systemLanguage))
  }, [language, systemLanguage])
}

function setOrRemove(name: 'theme' | 'client' | 'singleKeys', value: string | undefined): void {
  const { dataset } = document.documentElement
  if (value === undefined) delete dataset[name]
  else dataset[name] = value
}
