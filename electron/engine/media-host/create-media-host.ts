import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { MediaHost } from '../../../shared/media-host/media-host.ts'
import { isLoopbackAddress } from '../../../shared/networks/is-loopback-address.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { HttpClient } from '../http/http-client.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { PublicMedia } from '../networks/network-public-media.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { hostFailed, type FilePlace } from './file-place.ts'
import { createHostedFilesRepository } from './hosted-files-repository.ts'
import { createLendFiles } from './lend-files.ts'
import { createLibraryPlace } from './library-place.ts'
import { readHostKeys } from './media-host-keys.ts'
import { mediaHostReferenceOf, type MediaHostService } from './media-host-service.ts'
import { createS3Place } from './s3-place.ts'
import type { SigningKeys } from './sign-v4.ts'
import { tryHost } from './try-host.ts'

export interface MediaHostFeature extends Feature {
  readonly service: MediaHostService
}

export interface MediaHostNeeds {
  readonly accounts: AccountsService
  readonly http: HttpClient
  readonly images: ImageWork
  readonly secrets: EngineSecrets
  readonly allowsLoopback: boolean
}

/** Between two looks for what was left lying. */
const every = 24 * 60 * 60_000

/** Where networks that take no bytes fetch this client's pictures. One client's place is never another's: its account, its keys and its list lie in its own workspace. */
export function createMediaHost(context: WorkspaceContext, { accounts, http, images, secrets, allowsLoopback }: MediaHostNeeds): MediaHostFeature {
  const { clock, random, log } = context
  const workspaceId = context.workspace().id
  const repository = createHostedFilesRepository(context.database)
  const stopping = new AbortController()
  const files = createLendFiles({ repository, images, clock, random, log, stopping: stopping.signal, placeOf: (host) => placeOf(host) })
  let cancelNext: () => void = () => undefined
  let round: Promise<void> = Promise.resolve()

  async function placeOf(host: MediaHost, fresh?: SigningKeys): Promise<Result<FilePlace>> {
    if (host.kind === 'wordpress') return succeed(createLibraryPlace(accounts, host.accountId))
    const keys = fresh === undefined ? await readHostKeys(secrets, workspaceId) : succeed(fresh)
    if (!keys.ok) return keys
    return keys.value === null ? hostFailed('keys_missing', 'the keys of the storage are not in the keychain') : succeed(createS3Place({ http, clock }, host, keys.value))
  }

  /** The place that is chosen, as long as it can be used at all. */
  function chosen(): MediaHost | null {
    const host = repository.host()
    return host?.kind === 'wordpress' && accounts.read(host.accountId) === null ? null : host
  }

  const attempt = (host: MediaHost, place: FilePlace): Promise<Result<null>> => tryHost({ http, files, allowsLoopback, signal: stopping.signal }, host, place)

  async function save({ host, keys }: ParsedInput<'mediaHost.save'>): Promise<Result<RequestOutput<'mediaHost.save'>>> {
    const objection = objectionTo(host)
    if (objection !== null) return fail(objection)
    const place = await placeOf(host, keys)
    if (!place.ok) return place
    const tried = await attempt(host, place.value)
    if (!tried.ok) return tried
    // What still lies at the former place opens to the former keys alone.
    if (keys !== undefined) await files.clean()
    const kept = keys === undefined || host.kind !== 's3' ? succeed(null) : await secrets.put(mediaHostReferenceOf(workspaceId), JSON.stringify(keys))
    if (!kept.ok) return kept
    if (stopping.signal.aborted) return fail(studioError('engine_stopped', 'the workspace is being closed', { retryable: true }))
    repository.setHost(host)
    context.emit('mediaHost.changed', { workspaceId, ids: [] })
    return succeed({})
  }

  function objectionTo(host: MediaHost): ReturnType<typeof studioError> | null {
    if (host.kind === 'wordpress') {
      const account = accounts.read(host.accountId)
      return account === null || accounts.adapterFor(account.networkId).library === undefined ? studioError('not_found', 'no account with a media library') : null
    }
    if (!isPlainHttps(host.endpoint)) return studioError('invalid_input', 'the endpoint is no https address', { details: { field: 'endpoint' } })
    return host.publicUrl === '' || isPlainHttps(host.publicUrl) ? null : studioError('invalid_input', 'the public address is no https address', { details: { field: 'publicUrl' } })
  }

  const publicMedia: PublicMedia = {
    async place(file, mediaTypes, asked) {
      const host = chosen()
      if (host === null) return { ok: false, failure: { kind: 'rejected', error: studioError('media_host_missing', 'no public place for pictures is chosen') } }
      const lent = await files.lend(host, file, mediaTypes, asked)
      if (lent.ok) return { ok: true, value: lent.value }
      // Nothing was published: what may pass is tried again, the rest is for the person.
      return { ok: false, failure: { kind: lent.error.retryable ? 'server_error' : 'rejected', error: lent.error } }
    }
  }

  function lookAfter(): void {
    round = round.then(() => files.clean()).catch((error: unknown) => log.warning(`what lies at the public place was not looked after: ${String(error)}`))
    cancelNext = clock.after(every, lookAfter)
  }

  return {
    service: { isReady: () => chosen() !== null, publicMedia: () => (chosen() === null ? null : publicMedia) },
    handlers: {
      'mediaHost.read': () => succeed({ host: repository.host(), isReady: chosen() !== null, lying: repository.count() }),
      'mediaHost.save': save,
      async 'mediaHost.try'() {
        const host = chosen()
        if (host === null) return fail(studioError('media_host_missing', 'no public place for pictures is chosen'))
        const place = await placeOf(host)
        const tried = place.ok ? await attempt(host, place.value) : place
        return tried.ok ? succeed({}) : tried
      },
      async 'mediaHost.remove'({ isMeant = false }) {
        await files.clean()
        const lying = repository.count()
        if (lying > 0 && !isMeant) return succeed({ lying })
        const deleted = await secrets.delete(mediaHostReferenceOf(workspaceId))
        if (!deleted.ok) return deleted
        if (stopping.signal.aborted) return fail(studioError('engine_stopped', 'the workspace is being closed', { retryable: true }))
        repository.setHost(null)
        context.emit('mediaHost.changed', { workspaceId, ids: [] })
        return succeed({ lying: 0 })
      }
    },
    startBackgroundWork: lookAfter,
    async stop() {
      stopping.abort()
      cancelNext()
      await round
      await files.stop()
    }
  }
}

function isPlainHttps(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password, search, hash } = new URL(address)
  return (protocol === 'https:' || isLoopbackAddress(address)) && username === '' && password === '' && search === '' && hash === ''
}
