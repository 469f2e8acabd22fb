import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive, and what the archive says of it wrongly. */
export interface ZipFile {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  readonly isStored?: boolean
  readonly isEncrypted?: boolean
  readonly isSymlink?: boolean
  /** Bit 11: the name is UTF-8. True unless said otherwise. */
  readonly saysUtf8?: boolean
  readonly crc?: number
  readonly size?: number
}

export interface ZipShape {
  /** Sizes and places in the records for large archives, as Google writes beyond 4 GB. */
  readonly isZip64?: boolean
}

/** An archive as bytes, right or wrong: libraries write no wrong ones. */
export function writeZip(files: readonly ZipFile[], { isZip64 = false }: ZipShape = {}): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const { local, central } = recordsOf(file, offset, isZip64)
    parts.push(local)
    directory.push(central)
    offset += local.byteLength
  }
  const list = Buffer.concat(directory)
  return new Uint8Array(Buffer.concat([...parts, list, ...(isZip64 ? [zip64End(files.length, list.byteLength, offset)] : []), end(files.length, list.byteLength, offset, isZip64)]))
}

function recordsOf(file: ZipFile, offset: number, isZip64: boolean): { readonly local: Buffer; readonly central: Buffer } {
  const name = Buffer.from(file.name)
  const plain = Buffer.from(file.content)
  const packed = file.isStored === true ? plain : deflateRawSync(plain)
  const sizes = [file.size ?? plain.byteLength, packed.byteLength]
  const [localExtra, centralExtra] = isZip64 ? [zip64Extra(sizes), zip64Extra([...sizes, offset])] : [Buffer.alloc(0), Buffer.alloc(0)]
  const header = (extra: Buffer): Buffer => headerOf(file, file.crc ?? crc32(plain), isZip64 ? [0xffffffff, 0xffffffff] : sizes, [name.byteLength, extra.byteLength])
  const more = Buffer.alloc(14)
  more.writeUInt32LE(file.isSymlink === true ? 0o120777 * 0x10000 : 0, 6)
  more.writeUInt32LE(isZip64 ? 0xffffffff : offset, 10)
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), header(localExtra), name, localExtra, packed]),
    central: Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([45, file.isSymlink === true ? 3 : 0]), header(centralExtra), more, name, centralExtra])
  }
}

/** What both records of a file have in common. */
function headerOf({ isStored = false, isEncrypted = false, saysUtf8 = true }: ZipFile, crc: number, [size = 0, packed = 0]: readonly number[], lengths: readonly [number, number]): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(45, 0)
  header.writeUInt16LE((saysUtf8 ? 0x800 : 0) | (isEncrypted ? 1 : 0), 2)
  header.writeUInt16LE(isStored ? 0 : 8, 4)
  header.writeUInt16LE(0x21, 8)
  header.writeUInt32LE(crc, 10)
  header.writeUInt32LE(packed, 14)
  header.writeUInt32LE(size, 18)
  header.writeUInt16LE(lengths[0], 22)
  header.writeUInt16LE(lengths[1], 24)
  return header
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8 * values.length, 2)
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index)
  return extra
}

function zip64End(count: number, length: number, offset: number): Buffer {
  const record = Buffer.alloc(76)
  record.write('PK\x06\x06', 0, 'latin1')
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  for (const [index, value] of [count, count, length, offset].entries()) record.writeBigUInt64LE(BigInt(value), 24 + 8 * index)
  record.write('PK\x06\x07', 56, 'latin1')
  record.writeBigUInt64LE(BigInt(offset + length), 64)
  record.writeUInt32LE(1, 72)
  return record
}

function end(count: number, length: number, offset: number, isZip64: boolean): Buffer {
  const record = Buffer.alloc(22)
  record.write('PK\x05\x06', 0, 'latin1')
  record.writeUInt16LE(isZip64 ? 0xffff : count, 8)
  record.writeUInt16LE(isZip64 ? 0xffff : count, 10)
  record.writeUInt32LE(isZip64 ? 0xffffffff : length, 12)
  record.writeUInt32LE(isZip64 ? 0xffffffff : offset, 16)
  return record
}
