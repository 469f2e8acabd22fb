import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { TextRule } from '../networks/text-rule.ts'
import { countWhole } from '../text/count-text.ts'
import type { OutgoingPart } from './post-parts.ts'
import type { Problem } from './problem.ts'

export const attachedTextProblemCodes = ['attached_text_too_long', 'attached_text_beside_media', 'attached_text_beside_poll'] as const

interface AttachedTextProblem {
  readonly code: (typeof attachedTextProblemCodes)[number]
  readonly details: Problem<string>['details']
}

/** How long a text that stands below the words is, as the network counts words; addresses in it are not shortened. */
export function countAttachedText(text: string, unit: TextRule['unit']): number {
  return countWhole(text, { unit, perUrl: null, localMentions: false })
}

/** What a network has against the long text below a post; `part`: with which it goes out, the first one. */
export function checkAttachedText(part: Pick<OutgoingPart, 'framing' | 'media' | 'poll'> | undefined, network: Pick<NetworkCapabilities, 'framing' | 'text'>): readonly AttachedTextProblem[] {
  const text = part?.framing?.attachedText
  const rule = network.framing?.attachedText?.value
  if (part === undefined || text === undefined || rule === undefined) return []
  const count = countAttachedText(text, network.text.unit)
  return [
    ...(count > rule.max ? [{ code: 'attached_text_too_long' as const, details: { count, max: rule.max } }] : []),
    ...(part.media.length > 0 ? [{ code: 'attached_text_beside_media' as const, details: {} }] : []),
    ...(part.poll === undefined ? [] : [{ code: 'attached_text_beside_poll' as const, details: {} }])
  ]
}
