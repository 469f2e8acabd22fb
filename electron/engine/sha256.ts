/** Node's crypto is loaded with the first question: it takes ten milliseconds, which no start has to wait for. */
export function sha256Of(content: string | Uint8Array): Buffer {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest()
}

/** RFC 2104. */
export function hmacSha256Of(content: string, key: string | Uint8Array): Buffer {
  return process.getBuiltinModule('node:crypto').createHmac('sha256', key).update(content).digest()
}
