import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveSettings, studioStore } from '../../shell/studio-store.ts'
import { loadEmoji, type Emoji } from './emoji-catalogue.ts'

/** Two rows of the panel. */
const mostRecent = 18

/** All emoji in the studio's language; null for the moment in which they are read. */
export function useEmoji(): readonly Emoji[] | null {
  const { i18n } = useTranslation()
  const language = i18n.language.startsWith('fr') ? 'fr' : 'en'
  const [loaded, setLoaded] = useState<readonly Emoji[] | null>(null)
  useEffect(() => {
    let isWanted = true
    void loadEmoji(language).then((emoji) => isWanted && setLoaded(emoji))
    return () => {
      isWanted = false
    }
  }, [language])
  return loaded
}

/** Puts the one just used in front. That it could not be written down is no reason to say anything. */
export function rememberEmoji(character: string): void {
  const { recentEmoji } = studioStore.getState().settings
  void saveSettings({ recentEmoji: [character, ...recentEmoji.filter((other) => other !== character)].slice(0, mostRecent) })
}
