import { studioError } from '../../../../shared/errors/studio-error.ts'
import { googleBusinessCapabilities } from '../../../../shared/networks/google-business-capabilities.ts'
import { describeGoogleLogin } from '../google/google-login.ts'
import type { BrowserConnect } from '../network-connect.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { createOAuthConnect, type AccessInUse, type Identity } from '../oauth/create-oauth-connect.ts'
import { createGoogleBusinessApi, type GoogleBusinessApi, type Query } from './google-business-api.ts'
import type { GoogleBusinessOptions } from './google-business-options.ts'
import { accountsSchema, businessAccountSchema, locationSchema, locationsSchema, placeName, type BusinessLocation } from './google-business-schemas.ts'
import { readEach } from '../read-each.ts'

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const mostPages = 20
/** What is asked of each location: specs/google-business, `Location`. */
const readMask = 'name,title,storefrontAddress,metadata'

/** The person logs in; what is connected is one of the profiles that they manage. */
export function createGoogleBusinessConnect(options: GoogleBusinessOptions): BrowserConnect {
  const open = ({ serverUrl, accessToken, isRenewable, signal }: AccessInUse): GoogleBusinessApi => createGoogleBusinessApi(options, { url: serverUrl, token: accessToken, isRenewable, signal })
  const connect = createOAuthConnect({
    ...options,
    description: describeGoogleLogin({ ...options, name: googleBusinessCapabilities.name, scopes: googleBusinessCapabilities.ownApp?.scopes.value ?? [] }),
    serverUrl: options.apiUrl,
    async identify(access) {
      const place = placeName.safeParse(access.remoteId)
      if (!place.success) return failed('rejected', studioError('rejected', 'this is no location of Google'))
      const [, , ...location] = place.data.split('/')
      return mapValue(await open(access).get('locations', `/v1/${location.join('/')}`, { readMask }, locationSchema), (found) => identityOf(found, place.data, access.serverUrl))
    },
    identifyAll: async (access) => listPlaces(open(access), access.serverUrl)
  })
  return { ...connect, isSame: isSamePlace }
}

/** Whoever manages a profile reaches it below an account of theirs: it is one by its location alone. */
function isSamePlace(remoteId: string, other: string): boolean {
  const locationOf = (name: string): string | undefined => (placeName.safeParse(name).success ? name.split('/')[3] : undefined)
  const location = locationOf(remoteId)
  return location !== undefined && location === locationOf(other)
}

/** Every location that is verified, of every account that the person manages, each once: `hasVoiceOfMerchant` says it; `canOperateLocalPost` is no longer filled in (specs/google-business, `Metadata`). */
async function listPlaces(api: GoogleBusinessApi, serverUrl: string): Promise<NetworkResult<readonly [Identity, ...Identity[]]>> {
  const accounts = await readPages((query) => api.get('accounts', '/v1/accounts', { pageSize: 20, ...query }, accountsSchema), ({ accounts: listed }) => readEach(listed, businessAccountSchema))
  if (!accounts.ok) return withoutRightAtLogin(accounts)
  const found = new Map<string, Identity>()
  let isUnverified = false
  for (const account of accounts.value) {
    const locations = await readPages((query) => api.get('locations', `/v1/${account.name}/locations`, { pageSize: 100, readMask, ...query }, locationsSchema), ({ locations: listed }) => readEach(listed, locationSchema))
    if (!locations.ok) return withoutRightAtLogin(locations)
    for (const location of locations.value) {
      if (location.metadata?.hasVoiceOfMerchant !== true) isUnverified = true
      else if (!found.has(location.name)) found.set(location.name, identityOf(location, `${account.name}/${location.name}`, serverUrl))
    }
  }
  const [first, ...others] = found.values()
  if (first !== undefined) return done([first, ...others])
  return failed('rejected', studioError('login_refused', 'this person manages no verified profile', { details: { reason: isUnverified ? 'profile_unverified' : 'no_profile' } }))
}

/** All entries of a list, as far as that goes. */
async function readPages<Page extends { readonly nextPageToken?: string | undefined }, Entry>(ask: (query: Query) => Promise<NetworkResult<Page>>, read: (page: Page) => readonly Entry[]): Promise<NetworkResult<readonly Entry[]>> {
  const entries: Entry[] = []
  let pageToken: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: NetworkResult<Page> = await ask({ pageToken })
    if (!page.ok) return page
    entries.push(...read(page.value))
    pageToken = page.value.nextPageToken ?? null
    if (pageToken === null || pageToken === '') break
  }
  return done(entries)
}

/** Right after a login nothing has been revoked: a box was left empty on Google's page. */
function withoutRightAtLogin<Result extends NetworkResult<never>>(result: Result): Result | ReturnType<typeof failed> {
  return !result.ok && result.failure.kind === 'auth_revoked' && result.failure.error.details?.['reason'] === 'scope_missing' ? failed('rejected', { ...result.failure.error, code: 'login_refused' }) : result
}

/** Chains have many profiles of one name: where it is stands beside it. */
function identityOf({ name, title, storefrontAddress }: BusinessLocation, remoteId: string, serverUrl: string): Identity {
  const displayName = title.trim() === '' ? name : title.trim()
  const where = [storefrontAddress?.addressLines?.[0], storefrontAddress?.locality].filter((part) => part !== undefined && part.trim() !== '')
  return { handle: [displayName, ...(where.length === 0 ? [] : [where.join(', ')])].join(' · '), displayName, serverUrl, remoteId, serverLimits: noLimits }
}
