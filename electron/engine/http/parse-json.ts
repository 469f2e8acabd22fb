/** Enough digits that a number may be past 2^53, after which JavaScript rounds. */
const longNumber = /\d{16}/

/**
 * Reads JSON and keeps big integers exact: one that a JavaScript number cannot hold comes out as the string of its digits (ids of 64 bits).
 * Gives undefined for what is not JSON; never throws.
 */
export function parseJson(text: string): unknown {
  try {
    return longNumber.test(text) ? JSON.parse(text, exactNumber) : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function parseJsonBytes(bytes: Uint8Array): unknown {
  return parseJson(new TextDecoder().decode(bytes))
}

/** The source text of a value reaches a reviver since V8 11.4, so in every runtime of Vigie; without it the number stays as it is. */
function exactNumber(_key: string, value: unknown, ...rest: readonly unknown[]): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const [context] = rest
  if (typeof context !== 'object' || context === null || !('source' in context)) return value
  return typeof context.source === 'string' && /^-?\d+$/.test(context.source) ? context.source : value
}
