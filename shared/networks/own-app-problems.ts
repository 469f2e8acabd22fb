import { textProblem, type FieldProblem, type FieldProblems } from '../accounts/connect-fields.ts'
import { pastedCredential } from '../text/pasted-credential.ts'
import { isLoopbackAddress } from './is-loopback-address.ts'
import type { OwnApp } from './own-app.ts'

export interface OwnAppFields {
  readonly clientId: string
  readonly clientSecret: string
  /** Empty where the logins come back to this computer. */
  readonly redirectUri: string
}

/** What of an app's credentials the network could not take, before it is asked. Copied from a page, an id may bring white space with it; within, it has none. */
export function ownAppProblems(entered: OwnAppFields, ownApp: Pick<OwnApp, 'secret' | 'redirect'>): FieldProblems<keyof OwnAppFields> {
  const problems: Partial<Record<keyof OwnAppFields, FieldProblem>> = {}
  const note = (field: keyof OwnAppFields, problem: FieldProblem | null): void => void (problem !== null && (problems[field] = problem))
  note('clientId', keyProblem('clientId', entered.clientId))
  const secret = keyProblem('clientSecret', entered.clientSecret)
  if (ownApp.secret === 'required' || secret?.kind !== 'missing') note('clientSecret', secret)
  if (!comesBackHere(ownApp.redirect, entered.redirectUri)) note('redirectUri', redirectProblem(entered.redirectUri))
  return problems
}

function keyProblem(field: 'clientId' | 'clientSecret', text: string): FieldProblem | null {
  return textProblem(field, text) ?? (/\s/.test(pastedCredential(text)) ? { kind: 'space_within' } : null)
}

function redirectProblem(text: string): FieldProblem | null {
  const problem = textProblem('redirectUri', text)
  if (problem !== null) return problem
  const address = text.trim()
  if (!URL.canParse(address)) return { kind: 'no_address' }
  return new URL(address).protocol === 'https:' || isLoopbackAddress(address) ? null : { kind: 'not_https' }
}

/** Whether an app's logins come back to this computer. Where either will do, an address that is given is meant. */
export function comesBackHere(redirect: OwnApp['redirect'], redirectUri: string): boolean {
  return redirect === 'localhost_or_pasted' ? redirectUri.trim() === '' : redirect !== 'pasted'
}
