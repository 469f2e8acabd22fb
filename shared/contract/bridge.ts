import type { EventName, EventPayload } from './event-map.ts'
import type { RequestInput, RequestName, RequestOutput } from './request-map.ts'
import type { Result } from './result.ts'

/** What the preload puts on `window.studio`: named methods only, never Electron's own objects. */
export interface StudioBridge {
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>>>
  /** Returns the function that ends the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void
}
