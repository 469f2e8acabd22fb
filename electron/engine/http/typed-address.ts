import { domainToUnicode } from 'node:url'
import type { StudioError } from '../../../shared/errors/studio-error.ts'

/**
 * The failure of a call to an address that a person has just typed: a name that was not found may be mistyped, which nobody can help of the addresses that Vigie brings along. The
 * name is told as people write it: `été.example`, not `xn--t-9fab.example`. Every other failure stays as it is.
 */
export function ofTypedAddress(error: StudioError, typed: string): StudioError {
  const { host, reason } = error.details ?? {}
  if (reason !== 'name_not_found' || typeof host !== 'string') return error
  const [name = '', port] = host.split(':')
  const written = domainToUnicode(name)
  const isTyped = [name, written].some((each) => each !== '' && typed.normalize('NFC').toLowerCase().includes(each))
  if (!isTyped) return error
  return { ...error, details: { ...error.details, reason: 'typed_name_not_found', host: port === undefined ? written : `${written}:${port}` } }
}
