import { isFrench } from '../../../shared/text/is-french.ts'
import { studioStore } from '../../shell/studio-store.ts'

/** The text decides; before it tells, the language of the studio does. */
export function isFrenchTypingWanted(text: string, language: string): boolean {
  if (!studioStore.getState().settings.frenchTyping) return false
  return isFrench(text) ?? language === 'fr'
}
