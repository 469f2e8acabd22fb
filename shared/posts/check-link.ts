import type { LinkRule } from '../networks/link-rule.ts'
import { firstAddress } from '../text/first-address.ts'
import type { PostButton } from './post-framing.ts'
import type { Problem } from './problem.ts'

export const linkProblemCodes = ['link_not_address', 'link_too_long', 'link_left_out', 'link_beside_call', 'button_without_link'] as const

interface LinkProblem {
  readonly severity: Problem<string>['severity']
  readonly code: (typeof linkProblemCodes)[number]
  readonly details: Problem<string>['details']
}

interface Beside {
  readonly media: readonly unknown[]
  readonly poll?: unknown
  readonly quote?: unknown
}

/** What a network has against the address beside the words, as somebody wrote it; `part`: with which it goes out. */
export function checkLink(link: string, rule: LinkRule | undefined, part: Beside | undefined): readonly LinkProblem[] {
  if (rule === undefined || link === '') return []
  const [count, max] = [[...link].length, rule.max?.value ?? null]
  return [
    ...(isLinkAddress(link) ? [] : [{ severity: 'stop' as const, code: 'link_not_address' as const, details: { link } }]),
    ...(max !== null && count > max ? [{ severity: 'stop' as const, code: 'link_too_long' as const, details: { count, max } }] : []),
    // Never silent: somebody took the trouble to write it.
    ...(!rule.besideFiles && takesItsPlace(part) ? [{ severity: 'warn' as const, code: 'link_left_out' as const, details: {} }] : [])
  ]
}

/** What keeps the button that somebody chose from leading where they mean: a call leads to no address, and any other button to one. `text`: as it goes out. */
export function checkButton(button: PostButton | undefined, link: string, text: string): readonly LinkProblem[] {
  if (button === undefined) return []
  if (button === 'call') return link === '' ? [] : [{ severity: 'warn', code: 'link_beside_call', details: {} }]
  return link === '' && firstAddress(text) === null ? [{ severity: 'warn', code: 'button_without_link', details: {} }] : []
}

function takesItsPlace(part: Beside | undefined): boolean {
  return part !== undefined && (part.media.length > 0 || part.poll !== undefined || part.quote !== undefined)
}

/** A whole address of the web, without a login in it. */
export function isLinkAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/iu.test(text) || !URL.canParse(text)) return false
  const { hostname, username, password } = new URL(text)
  return hostname.includes('.') && username === '' && password === ''
}
