import { studioError } from '../../../../shared/errors/studio-error.ts'
import { youtubeCapabilities } from '../../../../shared/networks/youtube-capabilities.ts'
import { describeGoogleLogin } from '../google/google-login.ts'
import type { BrowserConnect } from '../network-connect.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { createOAuthConnect, type AccessInUse, type Identity } from '../oauth/create-oauth-connect.ts'
import { createYoutubeApi } from './youtube-api.ts'
import type { YoutubeOptions } from './youtube-options.ts'
import { channelSchema, listSchema, type YoutubeChannel } from './youtube-schemas.ts'
import { readEach } from '../read-each.ts'

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

/** The person logs in; what is connected is a channel of theirs. Google asks which one before it gives the access, so there is mostly one. */
export function createYoutubeConnect(options: YoutubeOptions): BrowserConnect {
  return createOAuthConnect({
    ...options,
    description: describeGoogleLogin({ ...options, name: youtubeCapabilities.name, scopes: youtubeCapabilities.ownApp?.scopes.value ?? [] }),
    serverUrl: options.apiUrl,
    identify: async (access) => mapValue(await listChannels(options, access), ([first, ...others]) => [first, ...others].find(({ remoteId }) => remoteId === access.remoteId) ?? first),
    identifyAll: (access) => listChannels(options, access)
  })
}

async function listChannels(options: YoutubeOptions, { accessToken, isRenewable, serverUrl, signal }: AccessInUse): Promise<NetworkResult<readonly [Identity, ...Identity[]]>> {
  const api = createYoutubeApi(options, { url: serverUrl, token: accessToken, isRenewable, signal })
  const listed = await api.get('/youtube/v3/channels', { part: ['snippet'], mine: true, maxResults: 50 }, listSchema)
  if (!listed.ok) return listed.failure.kind === 'auth_revoked' && listed.failure.error.details?.['reason'] === 'scope_missing' ? failed('rejected', { ...listed.failure.error, code: 'login_refused' }) : listed
  const [first, ...others] = readEach(listed.value.items, channelSchema).map((channel) => identityOf(channel, serverUrl))
  return first === undefined ? failed('rejected', studioError('login_refused', 'this person has no channel', { details: { reason: 'no_channel' } })) : done([first, ...others])
}

function identityOf({ id, snippet }: YoutubeChannel, serverUrl: string): Identity {
  const title = snippet?.title ?? ''
  const handle = snippet?.customUrl ?? ''
  return { handle: handle === '' ? title || id : handle.startsWith('@') ? handle : `@${handle}`, displayName: title === '' ? handle || id : title, serverUrl, remoteId: id, serverLimits: noLimits }
}
