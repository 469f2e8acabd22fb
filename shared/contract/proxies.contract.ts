import { z } from 'zod'
import { request } from './request-definition.ts'

/**
 * A proxy of the system's settings that asked for a login since the start. `wanted`: nobody gave one; `given`: not tried yet; `wrong`: it did not take the last one; `known`: it lets Vigie
 * through; `unsupported`: it knows only ways of signing in that Vigie does not speak.
 */
export const proxyStateSchema = z.object({ id: z.string().max(400), place: z.string(), state: z.enum(['wanted', 'given', 'wrong', 'known', 'unsupported']) })
export type ProxyState = z.infer<typeof proxyStateSchema>

/** What the protocols can carry: a name without a colon (RFC 7617), at most 255 bytes each (RFC 1929), nothing that would end a line. */
const words = z.string().max(200).regex(/^\P{Cc}*$/u).refine((text) => new TextEncoder().encode(text).byteLength <= 255)

export const proxiesContract = {
  'proxies.read': request({ handledBy: 'engine', effect: 'read', input: z.object({}), output: z.object({ proxies: z.array(proxyStateSchema) }) }),
  /** Into the keychain, and with the next call to the proxy. Only one that asked can be given anything. */
  'proxies.signIn': request({ handledBy: 'engine', effect: 'write', input: z.object({ proxyId: z.string().max(400), name: words.refine((name) => name !== '' && !name.includes(':')), password: words.min(1) }), output: z.object({}) }),
  'proxies.forget': request({ handledBy: 'engine', effect: 'write', input: z.object({ proxyId: z.string().max(400) }), output: z.object({}) })
} as const
