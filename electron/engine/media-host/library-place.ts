import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { NetworkFailure, NetworkResult } from '../networks/network-failure.ts'
import type { MediaLibrary } from '../networks/network-media-library.ts'
import { hostFailed, type FilePlace } from './file-place.ts'

/** The media library of one of the client's own accounts: its WordPress site. */
export function createLibraryPlace(accounts: Pick<AccountsService, 'withSession' | 'read'>, accountId: string): FilePlace {
  async function withLibrary<Value>(signal: AbortSignal, work: (library: MediaLibrary, session: Parameters<MediaLibrary['find']>[0]) => Promise<NetworkResult<Value>>): Promise<Result<Value>> {
    if (accounts.read(accountId) === null) return hostFailed('account_gone', 'the account of the media library is gone')
    const result = await accounts.withSession(accountId, signal, (session, { library }) =>
      library === undefined ? Promise.resolve({ ok: false as const, failure: { kind: 'rejected' as const, error: studioError('not_found', 'this account has no media library') } }) : work(library, session)
    )
    return result.ok ? succeed(result.value) : fail(asOfTheHost(result.failure))
  }

  return {
    put: (file, signal) => withLibrary(signal, (library, session) => library.put(session, file)),
    async remove({ name, handle }, signal) {
      return withLibrary<null>(signal, async (library, session) => {
        const found = handle === null ? await library.find(session, name) : { ok: true as const, value: handle }
        if (!found.ok) return found
        return found.value === null ? { ok: true, value: null } : library.remove(session, found.value)
      })
    }
  }
}

/** What is wrong with the library says nothing about the account that is published on: it must not look like its own trouble. */
function asOfTheHost({ kind, error }: NetworkFailure): ReturnType<typeof studioError> {
  const host = typeof error.details?.['host'] === 'string' ? { host: error.details['host'] } : {}
  switch (kind) {
    case 'auth_expired':
    case 'auth_revoked':
      return hostFailed('account_refused', error.message, host).error
    case 'not_sent':
      return hostFailed('unreachable', error.message, host).error
    case 'rejected':
      return hostFailed('refused', error.message, host).error
    case 'unknown_outcome':
    case 'rate_limited':
    case 'server_error':
    case 'bug':
      return hostFailed('server', error.message, host).error
  }
}
