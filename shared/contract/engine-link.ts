import type { Account } from '../accounts/account.ts'
import type { MediaSize } from '../media/media-item.ts'
import type { EventName } from './event-map.ts'
import type { EngineRequestName } from './request-map.ts'
import type { Result } from './result.ts'

/**
 * Calls that only main may make of the engine, beside the page's requests that it forwards.
 * Inputs come from main's own code, so they are typed, not parsed.
 */
export interface EngineOnlyRequests {
  /**
   * Registers with the server if needed and gives the login page. `redirectUri` is the loopback listener's address; null: the login comes back to the https
   * address of the user's app, and is pasted from there.
   */
  'login.begin': { input: { loginId: string; workspaceId: string; networkId: string; serverUrl: string; identifier?: string | undefined; redirectUri: string | null; accountId?: string | undefined; withMore?: boolean | undefined }; output: { loginUrl: string; state: string } }
  'login.complete': { input: { loginId: string; code: string; issuer: string | null }; output: { account: Account } }
  'login.abandon': { input: { loginId: string }; output: Record<string, never> }
  /** What is still due, for the question at quitting and the tray. Times in ms since the epoch. `isHeld`: a hold keeps more, which is not counted. */
  'engine.pendingWork': { input: Record<string, never>; output: { sending: number; leaving: number; dueToday: number; nextDueAt: number | null; isHeld: boolean } }
  'engine.systemResumed': { input: Record<string, never>; output: Record<string, never> }
  'engine.networkHint': { input: { online: boolean }; output: Record<string, never> }
  /** Checkpoints, closes files, marks a clean exit. The engine ends itself afterwards. */
  'engine.stop': { input: Record<string, never>; output: Record<string, never> }
  /** Whether pictures can be worked on, for the self-check. */
  'images.try': { input: Record<string, never>; output: Record<string, never> }
  /** Where a media file, or a small picture of it, lies and of which type it is, for the media protocol; null when it is not of that workspace, or there is no small one. */
  'media.locate': { input: { workspaceId: string; mediaId: string; size: MediaSize }; output: { path: string; mediaType: string } | null }
}
export type EngineOnlyName = keyof EngineOnlyRequests

/** What the engine may ask of main: the keychain (`reference` is what an account row keeps instead of a secret), and what only Chromium knows of the system. */
export interface MainQuestions {
  'secrets.get': { input: { reference: string }; output: string | null }
  'secrets.put': { input: { reference: string; secret: string }; output: Record<string, never> }
  'secrets.delete': { input: { reference: string }; output: Record<string, never> }
  /** The system's proxy for an address, as a PAC script would say it: `PROXY proxy.example:3128; DIRECT`. */
  'network.route': { input: { origin: string }; output: string }
}
export type MainQuestionName = keyof MainQuestions
export type SecretQuestionName = Extract<MainQuestionName, `secrets.${string}`>

export type ToEngine =
  | { readonly kind: 'request'; readonly sequence: number; readonly name: EngineRequestName | EngineOnlyName; readonly input: unknown }
  | { readonly kind: 'answer'; readonly sequence: number; readonly result: Result<unknown> }
  /** A sign of life is wanted, at once and whatever else is going on. */
  | { readonly kind: 'ping' }

export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pong' }
  | { readonly kind: 'reply'; readonly sequence: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly name: EventName; readonly payload: unknown }
  | { readonly kind: 'question'; readonly sequence: number; readonly name: MainQuestionName; readonly input: unknown }
  | { readonly kind: 'log'; readonly level: 'info' | 'warning' | 'error'; readonly text: string }
