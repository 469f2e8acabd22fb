import type { StudioBridge } from '../../shared/contract/bridge.ts'

declare global {
  interface Window {
    /** Put there by the preload; missing only when the page is opened outside Vigie. */
    readonly studio?: StudioBridge
  }
}
