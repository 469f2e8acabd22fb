import { z } from 'zod'
import { hashSecret, type ClientRow } from '../../record/clients-record.ts'
import { anyone, client, json, readParameters, refuse, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { listOf } from '../read-parameters.ts'
import { areKnown, splitScopes } from '../scopes.ts'
import { outOfBand } from './oauth-routes.ts'

const registerInput = z.object({
  client_name: z.string().trim().min(1).max(60),
  // A list since 4.3; before, one text with an address a line.
  redirect_uris: listOf(z.string().max(2000)),
  scopes: z.string().default('read'),
  website: z.string().max(2000).optional()
})

/** https://docs.joinmastodon.org/methods/apps/ */
export const appsRoutes: readonly Route[] = [
  { method: 'POST', path: '/api/v1/apps', access: anyone, answer: register },
  {
    method: 'GET',
    path: '/api/v1/apps/verify_credentials',
    access: client,
    answer: (request) => (request.bearer === null ? refuse(401, 'The access token is invalid') : json(applicationJson(request.bearer.client)))
  }
]

function register(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const parsed = readParameters(registerInput, request)
  if (!parsed.ok) return parsed.answer
  const redirectUris = parsed.value.redirect_uris.flatMap((text) => text.split(/\s+/)).filter((uri) => uri !== '')
  if (redirectUris.length === 0 || !redirectUris.every(isRedirectUri)) return refuse(422, 'Validation failed: Redirect URI must be an absolute URI.')
  if (!areKnown(parsed.value.scopes)) return refuse(422, "Validation failed: Scopes doesn't match configured on the server.")
  const secret = tools.newSecret()
  const website = parsed.value.website
  const row: ClientRow = {
    id: tools.newSecret(),
    secretHash: hashSecret(secret),
    name: parsed.value.client_name,
    website: website === undefined || website === '' ? null : website,
    redirectUris,
    scopes: splitScopes(parsed.value.scopes).join(' '),
    createdAt: tools.now()
  }
  tools.record.clients.add(row)
  return json({ ...applicationJson(row), client_id: row.id, client_secret: secret, client_secret_expires_at: 0 })
}

function isRedirectUri(uri: string): boolean {
  if (uri === outOfBand) return true
  return URL.canParse(uri) && !/^(?:javascript|data|vbscript|file):/i.test(uri)
}

function applicationJson(row: ClientRow) {
  return {
    id: row.id,
    name: row.name,
    website: row.website,
    scopes: splitScopes(row.scopes),
    redirect_uris: row.redirectUris,
    redirect_uri: row.redirectUris.join('\n'),
    // Nothing is pushed here.
    vapid_key: ''
  }
}
