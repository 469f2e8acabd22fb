import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { isByHand } from '../../../shared/networks/is-by-hand.ts'
import { occasionKinds, type OccasionKind } from '../../../shared/posts/occasion.ts'
import type { PostProblem } from '../../../shared/posts/post-problem.ts'
import { variables, writeVariable, type Variable } from '../../../shared/snippets/variables.ts'
import { filmLength } from '../../language/film-length.ts'
import type { Formats } from '../../language/formats.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'

/** What is wrong, in words; problems with the same words stand in one line. */
export function useProblemText(accounts: readonly Account[], timeZone: string): (problem: PostProblem, files?: number) => string {
  const { t, i18n } = useTranslation('composer')
  const { t: ofThread } = useTranslation('thread')
  const formats = useFormats()
  const networks = useNetworkNames()
  return (problem, files = 1) => {
    const write = writerOf(problem.code, formats)
    const figure = (name: 'count' | 'max'): string => {
      const value = problem.details[name]
      return typeof value === 'number' ? write(value) : ''
    }
    const account = accounts.find(({ id }) => id === problem.accountId)
    const gap = gapOf(problem)
    const open = gap === null ? '' : writeVariable(gap, i18n.resolvedLanguage === 'fr' ? 'fr' : 'en')
    const text = t(`problem.${files > 1 && isOfAltTexts(problem.code) ? `${problem.code}_several` as const : problem.code}`, { files: formats.number(files), fileName: '', captions: '', name: '', signs: '', words: '', kind: '', codec: '', sound: '', tag: '', ...problem.details, gap: open, occasion: occasionOf(problem, (kind) => t(`occasions.${kind}`)), when: momentOf(problem, (moment) => formats.dayAndTime(moment, timeZone)), network: account === undefined ? '' : isByHand(account.networkId) ? account.displayName : networks.name(account.networkId), amount: figure('count'), max: figure('max') })
    const { part, place } = problem.details
    if (place === 'comment') return ofThread('inComment', { problem: text })
    return typeof part === 'number' && place === 'part' ? ofThread('inPart', { part: formats.number(part), problem: text }) : text
  }
}

function momentOf({ details }: PostProblem, write: (moment: number) => string): string {
  const moment = details['endsAt'] ?? details['at']
  return typeof moment === 'number' ? write(moment) : ''
}

function occasionOf({ details: { occasion } }: PostProblem, write: (kind: OccasionKind) => string): string {
  const kind = occasionKinds.find((each) => each === occasion)
  return kind === undefined ? '' : write(kind)
}

function writerOf(code: PostProblem['code'], formats: Formats): (value: number) => string {
  if (code === 'image_too_large' || code === 'image_too_light' || code === 'video_too_large' || code === 'captions_too_large') return formats.bytes
  if (code === 'video_bit_rate') return (bits) => `${formats.number(Math.round(bits / 100_000) / 10)} Mbit/s`
  if (code === 'video_sound_rate') return (samples) => `${formats.number(samples / 1000)} kHz`
  return code === 'video_too_short' || code === 'video_too_long' ? filmLength : formats.number
}

/** The variable that was left between its braces. */
export function gapOf(problem: PostProblem | undefined): Variable | null {
  return problem?.code === 'gap_left' ? (variables.find((variable) => variable === problem.details['gap']) ?? null) : null
}

function isOfAltTexts(code: PostProblem['code']): code is 'alt_text_missing' | 'video_alt_text_missing' {
  return code === 'alt_text_missing' || code === 'video_alt_text_missing'
}
