import type { Shell } from 'electron'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { externalAddress, type ExternalAddressOptions } from './external-address.ts'

export type OpenExternal = (url: string) => Promise<Result<Record<string, never>>>

/** The one door to the system's browser. */
export function createOpenExternal(shell: Pick<Shell, 'openExternal'>, options: ExternalAddressOptions): OpenExternal {
  return async (url) => {
    const address = externalAddress(url, options)
    if (address === null) return fail(studioError('address_refused', 'only https and mailto addresses are opened'))
    try {
      await shell.openExternal(address)
      return succeed({})
    } catch {
      // The system has no browser set, or it would not start; the address may hold a login state, so it is not repeated here.
      return fail(studioError('unreachable', 'the system did not open the address', { retryable: true }))
    }
  }
}
