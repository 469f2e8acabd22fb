import { t } from 'i18next'
import { useMemo, useState } from 'react'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { bareWord } from '../../../shared/spelling/own-words.ts'
import { languagesOf, spellingLanguages, type SpellingLanguage } from '../../../shared/spelling/spelling-language.ts'
import { defaultVoice, type Voice } from '../../../shared/voice/voice.ts'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'
import { useStudio, useWorkspace } from '../../shell/studio-store.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import type { SpellingMark } from './spelling-mark.ts'
import { createSpellingSource, ruleKey, type SpellingSource } from './spelling-source.ts'
import { wordBookFor } from './word-book.ts'

/** Marks that are ignored at one post, for as long as Vigie is open. */
const ignoredHere = new Map<string, ReadonlySet<string>>()

export interface Spelling {
  /** The same as long as it finds the same; null: nothing is checked. */
  readonly source: SpellingSource | null
  /** The languages. */
  readonly checked: readonly SpellingLanguage[]
  /** What may have been meant, five at most. */
  suggest(mark: SpellingMark): Promise<readonly string[]>
  ignoreHere(mark: SpellingMark): void
  /** A word goes into the client's dictionary; a rule is not looked for any more. */
  ignoreAlways(mark: SpellingMark): Promise<void>
  switchOff(): Promise<void>
}

/** How the texts of one post are checked, by the client's voice. */
export function useSpelling(workspaceId: string, postId: string, voice: Voice): Spelling {
  const client = useWorkspace(workspaceId)?.name ?? ''
  const isTypographyWanted = useStudio(({ settings }) => settings.frenchTyping)
  const [here, setHere] = useState<ReadonlySet<string>>(() => ignoredHere.get(postId) ?? new Set())
  // Until the voice is known nothing is underlined: it may have been switched off.
  const source = useMemo(() => (voice === defaultVoice ? null : createSpellingSource(voice, here, isTypographyWanted)), [voice, here, isTypographyWanted])
  const languages = languagesOf(voice.spelling)

  async function saveSpelling(spelling: Voice['spelling']): Promise<StudioError | null> {
    const { ignored: _ignored, ...rest } = voice
    return failureOf(studio.request('voice.save', { workspaceId, voice: { ...rest, spelling } }))
  }
  const learn = (word: string, isKnown: boolean): Promise<StudioError | null> => failureOf(studio.request('voice.learn', { workspaceId, word, isKnown }))

  return {
    source,
    checked: languages,
    async suggest({ words, about }) {
      if (about.kind === 'rule') return about.instead
      // The paragraph's own language first.
      const inOrder = spellingLanguages.toSorted((one) => (one === (about.isInFrench === false ? 'en' : 'fr') ? -1 : 1)).filter((language) => languages.includes(language))
      const suggestions = await wordBookFor(inOrder).suggest(words)
      return suggestions.map((suggestion) => (words.includes('’') ? suggestion.replaceAll("'", '’') : words.includes("'") ? suggestion.replaceAll('’', "'") : suggestion))
    },
    ignoreHere({ key }) {
      const next = new Set([...here, key])
      ignoredHere.set(postId, next)
      setHere(next)
    },
    async ignoreAlways({ words, about }) {
      if (about.kind === 'rule') return show(await failureOf(studio.request('voice.ignore', { workspaceId, key: ruleKey(about.rule), isIgnored: true })), workspaceId)
      const word = bareWord(words, languages)
      const failure = await learn(word, true)
      if (failure !== null) return showFailure(failure, workspaceId)
      rememberUndo({ workspaceId, label: t('spelling:learnt', { word, client }), will: t('spelling:willForget', { word }), undone: t('spelling:forgotten', { word, client }), undo: () => learn(word, false) })
    },
    async switchOff() {
      const before = voice.spelling
      const failure = await saveSpelling('off')
      if (failure !== null) return showFailure(failure, workspaceId)
      rememberUndo({ workspaceId, label: t('spelling:isOff', { client }), detail: t('spelling:isOffDetail'), will: t('spelling:willBeOn', { client }), undone: t('spelling:isOn', { client }), undo: () => saveSpelling(before) })
    }
  }
}

async function failureOf(asked: Promise<{ readonly ok: true } | { readonly ok: false; readonly error: StudioError }>): Promise<StudioError | null> {
  const answer = await asked
  return answer.ok ? null : answer.error
}

function show(failure: StudioError | null, workspaceId: string): void {
  if (failure !== null) showFailure(failure, workspaceId)
}
