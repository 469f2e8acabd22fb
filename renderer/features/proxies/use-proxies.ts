import type { ProxyState } from '../../../shared/contract/proxies.contract.ts'
import { useRequest } from '../../bridge/use-request.ts'

/** The proxies that asked for a login since the start. */
export function useProxies(): readonly ProxyState[] {
  const [loaded] = useRequest('proxies.read', {}, ['proxies.changed'])
  return loaded.kind === 'ready' ? loaded.value.proxies : []
}
