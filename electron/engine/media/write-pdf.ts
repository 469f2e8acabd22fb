import { joinBytes } from './metadata/cleaned.ts'

/** A page that is one picture, in its own shape. */
export interface PdfPage {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  /** 1: grey · 3: colours of a screen. */
  readonly channels: number
  /** What the picture's colours mean; null: a screen's. */
  readonly colourProfile: Uint8Array | null
  /** What is read aloud of it; empty: it is an ornament. */
  readonly altText: string
}

/** Of one pixel, as CSS has it: 96 to the inch. */
const pointsPerPixel = 0.75

/**
 * A PDF (ISO 32000-1) of pictures: one on each page, which fills it. Pictures go in as they are (7.4.8), with the profile of their colours (8.6.5.5). It is tagged (14.8), so that
 * the descriptions are read aloud, and opens with its title. Nothing else is written in it: no date, no name of a program or a person.
 */
export function writePdf(title: string, pages: readonly PdfPage[]): Uint8Array {
  const objects = numbered(title, pages)
  const pieces: Uint8Array[] = [text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')]
  const places: number[] = []
  let length = pieces[0]?.byteLength ?? 0
  for (const [index, { dictionary, stream }] of objects.entries()) {
    places.push(length)
    const object = stream === undefined ? [text(`${index + 1} 0 obj\n<<${dictionary}>>\nendobj\n`)] : [text(`${index + 1} 0 obj\n<<${dictionary}/Length ${stream.byteLength}>>\nstream\n`), stream, text('\nendstream\nendobj\n')]
    pieces.push(...object)
    length += object.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  pieces.push(text(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info ${info} 0 R>>\nstartxref\n${length}\n%%EOF\n`))
  return joinBytes(pieces)
}

interface PdfObject {
  readonly dictionary: string
  readonly stream?: Uint8Array
}

/** Numbers of the objects that every document has behind the catalogue, and how many of them there are before the first page's. */
const [tree, info, structure, parents] = [2, 3, 4, 5]
const before = 6
/** Of each page: itself, what is drawn on it, its picture, the profile of that, and its place in the structure. */
const perPage = 5

function numbered(title: string, pages: readonly PdfPage[]): readonly PdfObject[] {
  const firstOf = (page: number): number => before + 1 + perPage * page
  const figures = pages.flatMap(({ altText }, page) => (altText.trim() === '' ? [] : [{ page, object: firstOf(page) + 4 }]))
  const common: readonly PdfObject[] = [
    { dictionary: `/Type/Catalog/Pages ${tree} 0 R/MarkInfo<</Marked true>>/StructTreeRoot ${structure} 0 R/ViewerPreferences<</DisplayDocTitle true>>` },
    { dictionary: `/Type/Pages/Count ${pages.length}/Kids[${pages.map((_, page) => `${firstOf(page)} 0 R`).join(' ')}]` },
    { dictionary: `/Title ${textString(title)}` },
    { dictionary: `/Type/StructTreeRoot/K ${before} 0 R/ParentTree ${parents} 0 R` },
    { dictionary: `/Nums[${figures.map(({ page, object }) => `${page}[${object} 0 R]`).join(' ')}]` },
    { dictionary: `/Type/StructElem/S/Document/P ${structure} 0 R/K[${figures.map(({ object }) => `${object} 0 R`).join(' ')}]` }
  ]
  return [...common, ...pages.flatMap((page, index) => objectsOf(page, index, firstOf(index)))]
}

function objectsOf({ jpeg, width, height, channels, colourProfile, altText }: PdfPage, index: number, number: number): readonly PdfObject[] {
  const [across, down] = [width * pointsPerPixel, height * pointsPerPixel]
  const isDescribed = altText.trim() !== ''
  const plain = channels === 1 ? '/DeviceGray' : '/DeviceRGB'
  const draw = `q ${across} 0 0 ${down} 0 0 cm /Picture Do Q`
  return [
    { dictionary: `/Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${across} ${down}]/Resources<</XObject<</Picture ${number + 2} 0 R>>>>/Contents ${number + 1} 0 R${isDescribed ? `/StructParents ${index}` : ''}` },
    { dictionary: '', stream: text(isDescribed ? `/Figure<</MCID 0>>BDC ${draw} EMC` : `/Artifact BMC ${draw} EMC`) },
    { dictionary: `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace ${colourProfile === null ? plain : `[/ICCBased ${number + 3} 0 R]`}/Filter/DCTDecode`, stream: jpeg },
    colourProfile === null ? { dictionary: '' } : { dictionary: `/N ${channels}/Alternate ${plain}`, stream: colourProfile },
    isDescribed ? { dictionary: `/Type/StructElem/S/Figure/P ${before} 0 R/Pg ${number} 0 R/K 0/Alt ${textString(altText.trim())}` } : { dictionary: '' }
  ]
}

/** In UTF-16 (7.9.2.2), written in hexadecimal figures: no sign of it can end it. */
function textString(words: string): string {
  const units = Array.from({ length: words.length }, (_, place) => words.charCodeAt(place).toString(16).padStart(4, '0'))
  return `<feff${units.join('')}>`
}

function text(words: string): Uint8Array {
  return Uint8Array.from(words, (sign) => sign.charCodeAt(0))
}
