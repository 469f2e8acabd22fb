import { defaultLinkDefaults, type LinkDefaults } from '../../../shared/links/link-tags.ts'
import { useRequest } from '../../bridge/use-request.ts'

/** What the client's links say; until it is known, what those of a new client do. */
export function useLinkDefaults(workspaceId: string): LinkDefaults {
  const [defaults] = useRequest('linkTags.read', { workspaceId }, ['linkTags.changed'])
  return defaults.kind === 'ready' ? defaults.value : defaultLinkDefaults
}
