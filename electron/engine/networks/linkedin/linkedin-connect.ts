import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { linkedinCapabilities, linkedinPageCapabilities } from '../../../../shared/networks/linkedin-capabilities.ts'
import type { BrowserConnect } from '../network-connect.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { createOAuthConnect, type AccessInUse, type Identity } from '../oauth/create-oauth-connect.ts'
import type { OAuthDescription } from '../oauth/oauth-description.ts'
import { createLinkedinApi, type LinkedinApi } from './linkedin-api.ts'
import type { LinkedinOptions } from './linkedin-options.ts'
import { listSchema } from './linkedin-schemas.ts'
import { authorUrn } from './linkedin-urn.ts'
import { readEach } from '../read-each.ts'

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

/** https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow (read on 2026-11-21). Access lasts sixty days and is renewed only for partners of LinkedIn's. */
function describeLinkedinLogin({ kind, loginUrl }: LinkedinOptions): OAuthDescription {
  const { name, ownApp } = kind === 'member' ? linkedinCapabilities : linkedinPageCapabilities
  return {
    name,
    authorizationEndpoint: `${loginUrl}/oauth/v2/authorization`,
    tokenEndpoint: `${loginUrl}/oauth/v2/accessToken`,
    revocationEndpoint: null,
    issuer: null,
    scopes: ownApp?.scopes.value ?? [],
    pkce: 'none',
    clientAuthentication: 'form',
    loginParameters: {},
    refreshTokenLifetime: null
  }
}

export function createLinkedinConnect(options: LinkedinOptions): BrowserConnect {
  const open = ({ accessToken, isRenewable, serverUrl, remoteId, signal }: AccessInUse): LinkedinApi =>
    createLinkedinApi(options, { url: serverUrl, token: accessToken, author: authorUrn(options.kind, remoteId ?? ''), isRenewable, signal })
  const common = { ...options, description: describeLinkedinLogin(options), serverUrl: options.apiUrl }
  if (options.kind === 'member') return createOAuthConnect({ ...common, identify: (access) => readMember(open(access), access.serverUrl) })
  return createOAuthConnect({
    ...common,
    identify: async (access) => readPage(open(access), access.remoteId ?? '', access.serverUrl),
    identifyAll: async (access) => listPages(open(access), access.serverUrl)
  })
}

const memberSchema = z.looseObject({ sub: z.string().regex(/^[\w-]{1,60}$/), name: z.string().catch('') })

/** https://learn.microsoft.com/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2 (read on 2026-11-21). A member's public name is not told. */
async function readMember(api: LinkedinApi, serverUrl: string): Promise<NetworkResult<Identity>> {
  return mapValue(await api.get('/v2/userinfo', {}, memberSchema), ({ sub, name }) => ({ handle: name === '' ? sub : name, displayName: name === '' ? sub : name, serverUrl, remoteId: sub, serverLimits: noLimits }))
}

const organizationId = /^urn:li:organization:(\d{1,20})$/
const roleSchema = z.looseObject({ organization: z.string().regex(organizationId), role: z.string() })
const pageSchema = z.looseObject({ localizedName: z.string().catch(''), vanityName: z.string().optional().catch(undefined) })
/** Those that may publish: https://learn.microsoft.com/linkedin/marketing/community-management/organizations/organization-access-control-by-role (read on 2026-11-21). */
const publishingRoles: ReadonlySet<string> = new Set(['ADMINISTRATOR', 'CONTENT_ADMIN', 'CONTENT_ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'])
const pageSize = 100
/** Each one is asked for its name. */
const mostPages = 50

async function listPages(api: LinkedinApi, serverUrl: string): Promise<NetworkResult<readonly [Identity, ...Identity[]]>> {
  const answered = await api.find('/rest/organizationAcls', { q: 'roleAssignee', state: 'APPROVED', count: pageSize })
  if (!answered.ok) return answered
  const list = listSchema.safeParse(answered.value.json)
  if (!list.success) return failed('bug', studioError('unexpected_answer', 'the list of pages has another shape'))
  const managed = readEach(list.data.elements, roleSchema).filter(({ role }) => publishingRoles.has(role))
  const ids = [...new Set(managed.map(({ organization }) => organizationId.exec(organization)?.[1] ?? ''))]
  const pages: Identity[] = []
  for (const id of ids.slice(0, mostPages)) {
    const page = await readPage(api, id, serverUrl)
    if (!page.ok) return page
    pages.push(page.value)
  }
  const [first, ...others] = pages
  return first === undefined ? failed('rejected', studioError('login_refused', 'no page on which this person may publish', { details: { reason: 'no_linkedin_page' } })) : done([first, ...others])
}

async function readPage(api: LinkedinApi, id: string, serverUrl: string): Promise<NetworkResult<Identity>> {
  if (!/^\d{1,20}$/.test(id)) return failed('rejected', studioError('rejected', 'this is no id of LinkedIn'))
  return mapValue(await api.get(`/rest/organizations/${id}`, {}, pageSchema), ({ localizedName, vanityName }) => {
    const name = localizedName === '' ? (vanityName ?? id) : localizedName
    return { handle: vanityName === undefined ? name : `@${vanityName}`, displayName: name, serverUrl, remoteId: id, serverLimits: noLimits }
  })
}
