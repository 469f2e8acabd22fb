import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanMetadata } from '../../../electron/engine/media/metadata/clean-metadata.ts'
import { readJpeg } from '../../../electron/engine/media/metadata/read-jpeg.ts'
import { writePdf, type PdfPage } from '../../../electron/engine/media/write-pdf.ts'
import { secretWord, startPhotographer, type Photographer } from '../../support/photos.ts'

let photographer: Photographer
beforeAll(async () => void (photographer = await startPhotographer()))
afterAll(() => photographer.close())

/** Objects by their numbers, found by the table at its end and not by chance; fails where a place or a length is wrong. */
function readPdf(bytes: Uint8Array): ReadonlyMap<number, { readonly dictionary: string; readonly stream: Uint8Array | null }> {
  const file = Buffer.from(bytes).toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)![1])
  const [, count] = /^xref\n0 (\d+)\n/.exec(file.slice(start))!
  const rows = file.slice(start).split('\n').slice(3, 2 + Number(count))
  return new Map(rows.map((row, index) => {
    expect(row).toMatch(/^\d{10} 00000 n $/)
    const object = file.slice(Number(row.slice(0, 10)))
    const [head, dictionary] = /^\d+ 0 obj\n<<(.*)>>\n/.exec(object)!
    expect(object.startsWith(`${index + 1} 0 obj\n`)).toBe(true)
    const length = /\/Length (\d+)$/.exec(dictionary!)?.[1]
    const from = Number(row.slice(0, 10)) + head.length + 'stream\n'.length
    if (length === undefined) expect(object.slice(head.length)).toMatch(/^endobj\n/)
    else expect(file.slice(from + Number(length))).toMatch(/^\nendstream\nendobj\n/)
    return [index + 1, { dictionary: dictionary!, stream: length === undefined ? null : bytes.subarray(from, from + Number(length)) }] as const
  }))
}
const words = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le').slice(1)
const pageOf = (altText: string, size = { width: 60, height: 80 }): PdfPage => {
  const jpeg = cleanMetadata('image/jpeg', photographer.take('jpg', size)).bytes
  return { ...readJpeg(jpeg)!, jpeg, altText }
}

describe('a PDF of pictures', () => {
  test('has a page for each, in its shape, and holds them bit by bit with the profile of their colours', () => {
    const pages = [pageOf('Un phare (vieux) \\ « blanc »'), pageOf('', { width: 120, height: 60 })]
    const objects = readPdf(writePdf('Cinq phares, à voir', pages))
    const all = [...objects.values()]
    expect(all.filter(({ dictionary }) => dictionary.includes('/Type/Page/')).map(({ dictionary }) => /MediaBox\[(.*?)\]/.exec(dictionary)![1])).toEqual(['0 0 45 60', '0 0 90 45'])
    const pictures = all.filter(({ dictionary }) => dictionary.includes('/DCTDecode'))
    expect(pictures.map(({ stream }) => Buffer.from(stream!).equals(Buffer.from(pages[0]!.jpeg)))).toEqual([true, false])
    expect(pictures[0]!.dictionary).toMatch(/\/Width 60\/Height 80\/.*\[\/ICCBased \d+ 0 R\]/)
    expect(Buffer.from(objects.get(Number(/ICCBased (\d+)/.exec(pictures[0]!.dictionary)![1]))!.stream!).subarray(36, 40).toString()).toBe('acsp')
  })

  test('says its title and what its pictures show, whatever signs are in them, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (title, shown) => {
        const page = { ...plainPage, altText: shown }
        const objects = [...readPdf(writePdf(title, [page, plainPage])).values()]
        expect(words(/\/Title <([0-9a-f]*)>/.exec(objects.find(({ dictionary }) => dictionary.includes('/Title'))!.dictionary)![1]!)).toBe(title)
        const said = objects.flatMap(({ dictionary }) => /\/Alt <([0-9a-f]*)>/.exec(dictionary)?.[1] ?? [])
        expect(said.map(words)).toEqual(shown.trim() === '' ? [] : [shown.trim()])
      })
    )
    const file = Buffer.from(writePdf('Cinq phares', [pageOf('un')])).toString('latin1')
    expect(file).not.toMatch(/CreationDate|Producer|Author|Creator/)
    expect(file).not.toContain(secretWord)
  })

  test('names of each described page its figure, and calls the others ornaments', () => {
    const objects = readPdf(writePdf('', [plainPage, { ...plainPage, altText: 'un phare' }]))
    const structure = [...objects.values()].find(({ dictionary }) => dictionary.startsWith('/Type/StructTreeRoot'))!.dictionary
    const parents = objects.get(Number(/ParentTree (\d+)/.exec(structure)![1]))!.dictionary
    const [, page, figure] = /^\/Nums\[(\d+)\[(\d+) 0 R\]\]$/.exec(parents)!
    expect(page).toBe('1')
    expect(objects.get(Number(figure))!.dictionary).toContain('/S/Figure')
    const drawn = [...objects.values()].flatMap(({ stream }) => (stream === null ? [] : /^\/(Artifact BMC|Figure<<\/MCID 0>>BDC)/.exec(Buffer.from(stream).toString('latin1'))?.[1] ?? []))
    expect(drawn).toEqual(['Artifact BMC', 'Figure<</MCID 0>>BDC'])
  })
})

const plainPage: PdfPage = { jpeg: Uint8Array.of(1, 2, 3), width: 10, height: 10, channels: 3, colourProfile: null, altText: '' }

describe('what a JPEG says of its pixels', () => {
  test('its size, its colours and whether it is turned', () => {
    expect(readJpeg(photographer.take('jpg', { width: 60, height: 80 }))).toMatchObject({ width: 60, height: 80, channels: 3, isTurned: false, colourProfile: expect.any(Uint8Array) })
    expect(readJpeg(photographer.take('jpg', { width: 60, height: 80, orientation: 6 }))).toMatchObject({ isTurned: true })
    const { vips } = photographer
    const grey = vips.Image.black(20, 10).writeToBuffer('.jpg', { keep: vips.ForeignKeep.none })
    expect(readJpeg(grey)).toEqual({ width: 20, height: 10, channels: 1, isTurned: false, colourProfile: null })
    const printed = vips.Image.black(20, 10, { bands: 4 }).copy({ interpretation: 'cmyk' }).writeToBuffer('.jpg', { keep: vips.ForeignKeep.none })
    expect(readJpeg(printed)).toMatchObject({ channels: 4 })
  })

  test('nothing of what is none, or is cut', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readJpeg(bytes)))
    expect(readJpeg(photographer.take('png'))).toBeNull()
    expect(readJpeg(photographer.take('jpg').subarray(0, 40))).toBeNull()
  })
})
