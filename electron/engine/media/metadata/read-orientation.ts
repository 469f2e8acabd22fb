/** EXIF 2.32, tag 0x0112: how the picture is to be turned or mirrored to stand upright; 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const orientationTag = 0x0112

/** Reads the orientation out of a TIFF block, which is what EXIF is in every format. 1 for whatever cannot be read. */
export function readOrientation(tiff: Uint8Array): Orientation {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  try {
    const isLittle = view.getUint16(0) === 0x4949
    if (!isLittle && view.getUint16(0) !== 0x4d4d) return 1
    const directory = view.getUint32(4, isLittle)
    const entries = view.getUint16(directory, isLittle)
    for (let index = 0; index < entries; index += 1) {
      const entry = directory + 2 + index * 12
      if (view.getUint16(entry, isLittle) === orientationTag) return toOrientation(view.getUint16(entry + 8, isLittle))
    }
    return 1
  } catch {
    // Reading past the end: a damaged block, which says nothing.
    return 1
  }
}

function toOrientation(value: number): Orientation {
  switch (value) {
    case 2: case 3: case 4: case 5: case 6: case 7: case 8: return value
    default: return 1
  }
}
