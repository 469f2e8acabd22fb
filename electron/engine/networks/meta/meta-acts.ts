import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { GraphCalls } from './graph-calls.ts'
import { asMetaId } from './media-container.ts'
import { isNotFound } from './meta-failures.ts'

/** What a person's account may do beside publishing. `hidingOf`: the path that hides what has this id. */
export async function actAsMetaUser(graph: GraphCalls, { act, remoteId }: { readonly act: Act; readonly remoteId: string }, { network, hidingOf }: { readonly network: string; readonly hidingOf: (id: string) => string }): Promise<NetworkResult<null>> {
  const id = asMetaId(remoteId)
  if (!id.ok) return id
  switch (act) {
    case 'delete': {
      const deleted = await graph.order('DELETE', `/${id.value}`)
      // Taken away already, by the first of two calls or by somebody.
      return !deleted.ok && isNotFound(deleted.failure) ? done(null) : deleted
    }
    case 'hide':
    case 'unhide':
      return graph.order('POST', hidingOf(id.value), { hide: act === 'hide' })
    case 'repost':
    case 'unrepost':
    case 'mute':
    case 'unmute':
    case 'block':
    case 'unblock':
    case 'report':
    case 'detach':
    case 'undetach':
    case 'lock':
    case 'unlock':
    case 'ban':
    case 'unban':
      return failed('rejected', studioError('rejected', `${network} does not let other programs do this`))
  }
}
