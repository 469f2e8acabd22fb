import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { HttpRequest } from './http-client.ts'

/** The headers in which goes what a person typed or pasted, and which of the two halves of a login each is. */
const credentialHeaders: Readonly<Record<string, 'odd_key' | 'odd_name'>> = { authorization: 'odd_key', 'api-key': 'odd_key', 'api-username': 'odd_name' }

/** A header's value takes a tab and the characters of Latin-1 (RFC 9110, 5.5, and what Node's `validateHeaderValue` lets through). */
const sendable = /^[\t\u0020-\u007E\u0080-\u00FF]*$/

/**
 * Why a request cannot be sent: a credential in it has a character that no header takes, such as the dots of a masked key. null when it can.
 * The error never holds the value.
 */
export function unsendableCredential({ headers = {}, url }: Pick<HttpRequest, 'headers' | 'url'>): StudioError | null {
  for (const [name, value] of Object.entries(headers)) {
    const reason = credentialHeaders[name.toLowerCase()]
    if (reason !== undefined && !sendable.test(value)) return studioError('wrong_credentials', `the value of ${name.toLowerCase()} has a character that no header takes`, { details: { reason, host: URL.canParse(url) ? new URL(url).host : '' } })
  }
  return null
}
