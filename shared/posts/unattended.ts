import type { PostProblem, PostProblemCode } from './post-problem.ts'

/**
 * What may be put right until the hour comes, and of which nothing reaches a network if it is not: without a login or its access nobody can send; pictures that have to lie somewhere are fetched from nowhere; what a network asks of
 * each post is asked once more right before it is sent. `tests/contract/unattended.test.ts`.
 */
const asksInTime: ReadonlySet<PostProblemCode> = new Set<PostProblemCode>(['account_missing', 'account_needs_login', 'access_ended', 'media_host_missing', 'terms_audience_missing', 'terms_disclosure_missing', 'terms_partner_private', 'terms_kids_missing'])

/** Whether a post that is planned while nobody looks stays a draft for it: a network could take it as it is, and do what nobody wanted. */
export function stopsUnattended({ severity, code }: Pick<PostProblem, 'severity' | 'code'>): boolean {
  return severity === 'stop' && !asksInTime.has(code)
}
