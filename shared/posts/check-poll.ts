import type { NetworkCapabilities, PollRule } from '../networks/network-capabilities.ts'
import { documentToText } from '../text/document-to-text.ts'
import { splitQuestion, type Poll } from './poll.ts'
import type { OutgoingPart } from './post-parts.ts'

export const pollProblemCodes = [
  'poll_none_there', 'poll_not_by_interface', 'poll_not_yet', 'poll_not_here', 'poll_choice_empty', 'poll_choice_twice', 'poll_too_many_choices', 'poll_choice_too_long', 'poll_one_choice', 'poll_beside_media',
  'poll_question_too_long', 'poll_text_too_long', 'poll_minutes', 'poll_ends_otherwise'
] as const

interface PollProblem {
  readonly severity: 'stop' | 'warn'
  readonly code: (typeof pollProblemCodes)[number]
  readonly details: Readonly<Record<string, string | number>>
}

/** What a network has against the poll of a post, or why it gets none. `part`: the one that the poll stands in. */
export function checkPoll(poll: Poll | undefined, part: OutgoingPart | undefined, { poll: rule }: Pick<NetworkCapabilities, 'poll'>): readonly PollProblem[] {
  if (poll === undefined) return []
  // Never silent: the words go there without the choices that they speak of.
  if (typeof rule === 'string') return [{ severity: 'warn', code: `poll_${rule}`, details: {} }]
  return [...checkChoices(poll, rule), ...checkLength(poll, rule), ...(part === undefined ? [] : checkQuestion(part, rule))]
}

function checkChoices({ choices, isMultiple }: Poll, rule: PollRule): readonly PollProblem[] {
  const written = choices.map((choice) => choice.trim())
  const longest = Math.max(...written.map((choice) => [...choice].length))
  return [
    ...(written.includes('') ? [stop('poll_choice_empty')] : []),
    ...(new Set(written.map((choice) => choice.toLowerCase())).size < written.length && !written.includes('') ? [stop('poll_choice_twice')] : []),
    ...(written.length > rule.choices.value.max ? [stop('poll_too_many_choices', { count: written.length, max: rule.choices.value.max })] : []),
    ...(longest > rule.maxChoice.value ? [stop('poll_choice_too_long', { count: longest, max: rule.maxChoice.value })] : []),
    ...(isMultiple === true && !rule.multiple.value ? [stop('poll_one_choice')] : [])
  ]
}

/** Where the network alone says how long, nothing can be done about it; else the person chooses what it takes. */
function checkLength({ minutes }: Poll, { minutes: { value } }: PollRule): readonly PollProblem[] {
  if ('min' in value) return minutes >= value.min && minutes <= value.max ? [] : [stop('poll_minutes')]
  if (value.includes(minutes)) return []
  return value.length === 1 ? [{ severity: 'warn', code: 'poll_ends_otherwise', details: { count: value[0] ?? 0 } }] : [stop('poll_minutes')]
}

function checkQuestion({ document, media }: OutgoingPart, rule: PollRule): readonly PollProblem[] {
  const problems = media.length > 0 && !rule.withMedia.value ? [stop('poll_beside_media')] : []
  if (rule.question === undefined) return problems
  const { max, above } = rule.question.value
  const split = splitQuestion(document)
  const [asked, said] = [[...split.question].length, [...documentToText(split.above)].length]
  return [...problems, ...(asked > max ? [stop('poll_question_too_long', { count: asked, max })] : []), ...(said > above ? [stop('poll_text_too_long', { count: said, max: above })] : [])]
}

function stop(code: PollProblem['code'], details: PollProblem['details'] = {}): PollProblem {
  return { severity: 'stop', code, details }
}
