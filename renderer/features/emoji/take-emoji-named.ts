import { studioStore } from '../../shell/studio-store.ts'
import { loadEmoji, withTone } from './emoji-catalogue.ts'
import { emojiNamed } from './suggest-emoji.ts'
import { rememberEmoji } from './use-emoji.ts'

/** The emoji that a whole `:name:` stands for, in the chosen skin tone and remembered as used; null where there is none of that name. */
export async function takeEmojiNamed(name: string, language: string): Promise<string | null> {
  const emoji = emojiNamed(await loadEmoji(language.startsWith('fr') ? 'fr' : 'en'), name)
  if (emoji === null) return null
  rememberEmoji(emoji.character)
  return withTone(emoji, studioStore.getState().settings.emojiTone)
}
