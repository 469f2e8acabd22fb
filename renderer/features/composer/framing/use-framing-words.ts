import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FramingRule } from '../../../../shared/networks/network-capabilities.ts'
import { framingAsSent, type PostFraming } from '../../../../shared/posts/post-framing.ts'
import { firstWords } from '../../../language/first-words.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useOccasionWords } from './use-occasion-words.ts'

/** What languages are called, in the person's own. */
export function useLanguageNames(): (code: string) => string {
  const { locale } = useFormats()
  const names = useMemo(() => new Intl.DisplayNames([locale], { type: 'language' }), [locale])
  return (code) => {
    const name = names.of(code) ?? code
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  }
}

/** What is said even where nothing was chosen. */
function asUsualUnder(rule: FramingRule | undefined): PostFraming {
  const [reach] = rule?.reaches?.value ?? []
  const [replies] = rule?.repliers?.value ?? []
  return { ...(reach === undefined ? {} : { reach }), ...(replies === undefined ? {} : { replies }) }
}

/** What is either so or not told, in the order in which it is said. */
const said = [['isCovered', 'covered'], ['isMadeWithAi', 'ai'], ['isPaidPartnership', 'partnership'], ['isPassedOn', 'passedOn']] as const

/** How a post stands on a network, in few words: at least who sees it or who may answer, whichever is at choice there. */
export function useFramingWords(): (framing: PostFraming, rule: FramingRule | undefined) => readonly string[] {
  const { t } = useTranslation('framing')
  const { number } = useFormats()
  const nameOf = useLanguageNames()
  const wordsOf = useOccasionWords()
  const othersAndPlace = ({ collaborators, place }: PostFraming): readonly (string | undefined)[] => [
    collaborators && t('invites', { names: collaborators.map((name) => `@${name}`).join(', ') }),
    place && t('atPlace', { name: place.name === '' ? place.id : place.name })
  ]
  const whoMay = ({ replies, quotes }: PostFraming) => [replies && t('repliedBy', { who: t(`repliers.${replies}`) }), quotes && t('quotedBy', { who: t(`quoters.${quotes}`) })]
  return (framing, rule) => {
    const shown = { ...asUsualUnder(rule), ...framingAsSent(framing) }
    const { warning, reach, language, topic, attachedText, button, occasion, ...yes } = shown
    const words = [
      ...wordsOf(occasion, rule),
      reach && t(`reaches.${reach}`), ...whoMay(shown), language && nameOf(language),
      topic && t('onTopic', { topic }), attachedText && t('attaches', { words: firstWords(attachedText), amount: number([...attachedText].length) }), ...said.filter(([name]) => yes[name] === true).map(([, word]) => t(word)), warning && t('warned', { warning }), button && t('buttonIs', { name: t(`buttonNames.${button}`) }),
      ...othersAndPlace(framing)
    ]
    return words.filter((each): each is string => typeof each === 'string' && each !== '')
  }
}
