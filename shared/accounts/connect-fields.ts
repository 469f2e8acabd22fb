import { pastedCredential } from '../text/pasted-credential.ts'

/** How many characters the fields of the connect forms take at most; the contract refuses what is longer. */
export const connectLimits = {
  serverUrl: 512,
  identifier: 253,
  appPassword: 512,
  networkName: 80,
  handle: 120,
  clientId: 1_024,
  clientSecret: 1_024,
  redirectUri: 512
} as const
export type ConnectField = keyof typeof connectLimits

/** Why a field cannot be sent as it is. `limit`: in characters. */
export type FieldProblem = { readonly kind: 'missing' | 'space_within' | 'no_address' | 'not_https' } | { readonly kind: 'too_long'; readonly limit: number }
export type FieldProblems<Field extends ConnectField = ConnectField> = Readonly<Partial<Record<Field, FieldProblem>>>

/** What is wrong with one text that has to be there, as it is sent: without what came along when it was pasted. */
export function textProblem(field: ConnectField, text: string): FieldProblem | null {
  const sent = pastedCredential(text)
  if (sent === '') return { kind: 'missing' }
  return sent.length > connectLimits[field] ? { kind: 'too_long', limit: connectLimits[field] } : null
}

/** Of a form whose fields all have to be there, by field; without an entry where nothing is wrong. */
export function textProblems<Field extends ConnectField>(texts: Readonly<Record<Field, string>>): FieldProblems<Field> {
  const problems: Partial<Record<Field, FieldProblem>> = {}
  for (const field in texts) {
    const problem = textProblem(field, texts[field])
    if (problem !== null) problems[field] = problem
  }
  return problems
}
