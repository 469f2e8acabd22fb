import { studioError } from '../../../../shared/errors/studio-error.ts'
import { pinterestCapabilities } from '../../../../shared/networks/pinterest-capabilities.ts'
import type { BrowserConnect } from '../network-connect.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { createOAuthConnect, type AccessInUse, type Identity } from '../oauth/create-oauth-connect.ts'
import type { OAuthDescription } from '../oauth/oauth-description.ts'
import { asPinterestId, createPinterestApi, type PinterestApi } from './pinterest-api.ts'
import type { PinterestOptions } from './pinterest-options.ts'
import { boardSchema, pinterestListSchema, type PinterestBoard, type PinterestList } from './pinterest-schemas.ts'
import { readEach } from '../read-each.ts'

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const pageSize = 250
const mostPages = 20
const scopes = pinterestCapabilities.ownApp?.scopes.value ?? []

/** https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/ (read on 2026-11-21). A refresh token lasts sixty days and brings the next one. */
function describePinterestLogin({ apiUrl, loginUrl }: PinterestOptions): OAuthDescription {
  return {
    name: pinterestCapabilities.name,
    authorizationEndpoint: loginUrl,
    tokenEndpoint: `${apiUrl}/v5/oauth/token`,
    revocationEndpoint: `${apiUrl}/v5/oauth/token/revoke`,
    issuer: null,
    scopes,
    pkce: 'none',
    clientAuthentication: 'basic',
    // Pinterest wants commas between them.
    loginParameters: { scope: scopes.join(',') },
    // Older apps get tokens that bring a next one only when they ask for such.
    exchangeParameters: { continuous_refresh: 'true' },
    refreshTokenLifetime: 60 * 86_400_000
  }
}

/** The person logs in; what is connected is one of their boards. */
export function createPinterestConnect(options: PinterestOptions): BrowserConnect {
  const open = ({ serverUrl, accessToken, isRenewable, signal }: AccessInUse): PinterestApi => createPinterestApi(options, { url: serverUrl, token: accessToken, isRenewable, signal })
  return createOAuthConnect({
    ...options,
    description: describePinterestLogin(options),
    serverUrl: options.apiUrl,
    async identify(access) {
      const id = asPinterestId(access.remoteId ?? '')
      return id.ok ? mapValue(await open(access).get(`/boards/${id.value}`, {}, boardSchema), (board) => identityOf(board, access.serverUrl)) : id
    },
    identifyAll: async (access) => listBoards(open(access), access.serverUrl)
  })
}

async function listBoards(api: PinterestApi, serverUrl: string): Promise<NetworkResult<readonly [Identity, ...Identity[]]>> {
  const boards: PinterestBoard[] = []
  let bookmark: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: NetworkResult<PinterestList> = await api.get('/boards', { page_size: pageSize, bookmark }, pinterestListSchema)
    if (!page.ok) return page
    boards.push(...readEach(page.value.items, boardSchema).filter((board) => board.is_ads_only !== true))
    bookmark = page.value.bookmark ?? null
    if (bookmark === null) break
  }
  const [first, ...others] = boards.map((board) => identityOf(board, serverUrl))
  return first === undefined ? failed('rejected', studioError('login_refused', 'this person has no public board', { details: { reason: 'no_board' } })) : done([first, ...others])
}

/** The board is what people see it as; whose it is stands beside it. */
function identityOf({ id, name, owner }: PinterestBoard, serverUrl: string): Identity {
  const board = name === '' ? id : name
  return { handle: owner?.username === undefined ? board : `@${owner.username} · ${board}`, displayName: board, serverUrl, remoteId: id, serverLimits: noLimits }
}
