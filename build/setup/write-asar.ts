/** Electron's archive format in its simplest form: a JSON header with sizes and offsets, then the contents one after the other. */
export function writeAsar(files: Readonly<Record<string, Buffer>>): Buffer {
  let offset = 0
  const entries: Record<string, { size: number; offset: string }> = {}
  for (const [name, content] of Object.entries(files)) {
    entries[name] = { size: content.length, offset: String(offset) }
    offset += content.length
  }
  const header = Buffer.from(JSON.stringify({ files: entries }))
  const paddedLength = Math.ceil(header.length / 4) * 4
  const head = Buffer.alloc(16 + paddedLength)
  // Two nested "pickles" of Chromium's: each begins with the length of what follows.
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + paddedLength, 4)
  head.writeUInt32LE(4 + paddedLength, 8)
  head.writeUInt32LE(header.length, 12)
  header.copy(head, 16)
  return Buffer.concat([head, ...Object.values(files)])
}
