import { randomBytes, randomUUID } from 'node:crypto'

// The only place where main draws chance.

/** `bytes` random bytes, written for use in addresses. */
export const randomText = (bytes: number): string => randomBytes(bytes).toString('base64url')

/** For requests that take effect once. */
export const newId = (): string => randomUUID()
