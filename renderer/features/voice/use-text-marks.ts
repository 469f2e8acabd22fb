import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { findWordHints } from '../../../shared/voice/find-hints.ts'
import { isIgnored } from '../../../shared/voice/hint-answers.ts'
import type { Voice } from '../../../shared/voice/voice.ts'
import type { FindTextMarks } from '../composer/editor/text-mark.ts'

/** What is underlined in the text: what differs from the client's voice. */
export function useTextMarks(voice: Voice): FindTextMarks {
  const { i18n } = useTranslation()
  const language = i18n.resolvedLanguage === 'fr' ? 'fr' : 'en'
  return useMemo(() => (text) => findWordHints(text, voice, language).flatMap((hint) => (hint.range === null || isIgnored(voice, hint) ? [] : [hint.range])), [voice, language])
}
