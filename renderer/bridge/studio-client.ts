import type { StudioBridge } from '../../shared/contract/bridge.ts'
import type { EventName, EventPayload } from '../../shared/contract/event-map.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/request-map.ts'
import type { Result } from '../../shared/contract/result.ts'
import { isOnceName } from '../../shared/contract/once.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { newId } from './system-random.ts'

/** True inside Vigie's window. */
export function hasStudio(): boolean {
  return window.studio !== undefined
}

/**
 * The page's only way out. It never throws: a rejected call (untrusted, invalid, a bug on the other side) comes back as an
 * error value like any other, so that every caller handles one kind of failure.
 */
export const studio: StudioBridge = {
  async request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>>> {
    const bridge = window.studio
    if (bridge === undefined) return fail('engine_stopped', 'the page runs outside Vigie')
    try {
      return await bridge.request(name, isOnceName(name) ? { requestId: newId(), ...input } : input)
    } catch (cause) {
      return fail('bug', `${name}: ${cause instanceof Error ? cause.message : String(cause)}`)
    }
  },

  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
    return window.studio?.on(name, listener) ?? doNothing
  }
}

/** Written here and not with `studioError`, whose module brings the schemas along: a sixth of the page's code at start. */
function fail(code: StudioError['code'], message: string): { readonly ok: false; readonly error: StudioError } {
  return { ok: false, error: { code, message, retryable: false } }
}

function doNothing(): void {
  // Nothing was subscribed, so there is nothing to end.
}
