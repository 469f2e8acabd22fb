import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaptionCue } from '../../../shared/captions/caption-cue.ts'
import { captionLanguages, languageInName } from '../../../shared/captions/caption-languages.ts'
import { mostCaptionBytes } from '../../../shared/captions/film-captions.ts'
import { parseCaptions } from '../../../shared/captions/parse-captions.ts'
import { readCaptionsFile } from '../../../shared/captions/read-captions-file.ts'
import { writeSrt, writeVtt } from '../../../shared/captions/write-captions.ts'

const cuesOf = (source: string): readonly CaptionCue[] => {
  const parsed = parseCaptions(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault))
  return parsed.cues
}
const faultOf = (source: string): unknown => {
  const parsed = parseCaptions(source)
  return parsed.ok ? null : parsed.fault
}

/** Words as they are kept: no empty lines, nothing around them. `marks`: also what looks like the marks of another format, which SubRip cannot keep. */
const words = (marks: boolean) =>
  fc.array(fc.array(fc.constantFrom('a', 'é', '字', ' ', '&', '>', '-->', '1', '12', '&amp;', '…', '<i>', '</i>', '<b>', '</b>', ...(marks ? ['<', '<z>', '00:01'] : [])), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((line) => line.join('').trim()).filter((line) => line !== '').join('\n'))
    .filter((text) => text !== '' && !/^[\d\s]*-->/mu.test(text))
const cues = (marks: boolean) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 1, max: 9000 }), words(marks)), { minLength: 1, maxLength: 12 }).map((steps) => {
    let at = 0
    return steps.map(([later, lasts, text]) => ({ startMs: (at += later), endMs: at + lasts, text }))
  })

describe('subtitles that are written and read again are the same', () => {
  it('as WebVTT, whatever their words look like', () => {
    fc.assert(fc.property(cues(true), (all) => { expect(cuesOf(writeVtt(all))).toEqual(all) }), { numRuns: 500 })
  })

  it('as SubRip', () => {
    fc.assert(fc.property(cues(false), (all) => { expect(cuesOf(writeSrt(all))).toEqual(all) }), { numRuns: 500 })
  })

  it('from one format into the other and back', () => {
    fc.assert(fc.property(cues(false), (all) => { expect(cuesOf(writeVtt(cuesOf(writeSrt(cuesOf(writeVtt(all))))))).toEqual(all) }), { numRuns: 200 })
  })

  it('and whatever a file holds, reading it ends with cues or with a fault, and cues can be read again', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('1', '\n', ':', '0', ',', '.', ' --> ', 'x', '<', '>', '&', 'WEBVTT', '00:00:01,000 --> 00:00:02,000', '\r') }), (source) => {
      const parsed = parseCaptions(source)
      if (parsed.ok) expect(cuesOf(writeVtt(parsed.cues))).toEqual(parsed.cues)
    }), { numRuns: 1000 })
  })
})

describe('files as programs write them', () => {
  it('SubRip with numbers, colours and places, lines of Windows, empty lines among the words, and without hours', () => {
    const source = '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500 X1:40 X2:600\r\n{\\an8}<font color="#fff">Le <I>quai</I></font>\r\n\r\nvide\r\n\r\n2\r\n00:03.5 --> 00:04,25\r\n1984\r\n\r\n3\r\n1:00:05,000 --> 1:00:06,000\r\nFin\r\n'
    expect(cuesOf(source)).toEqual([{ startMs: 1000, endMs: 2500, text: 'Le <i>quai</i>\nvide' }, { startMs: 3500, endMs: 4250, text: '1984' }, { startMs: 3_605_000, endMs: 3_606_000, text: 'Fin' }])
  })

  it('WebVTT with a title, notes, styles, names, places, classes, speakers and entities', () => {
    const source = 'WEBVTT - Le quai\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE nobody sees\nthis\n\nintro\n00:01.000 --> 00:02.000 line:0 align:start\n<v Anne>Fish &amp; <c.loud>chips</c> <i.soft>&lt;3</i>\n\n00:02.000 --> 00:03.000\nEnd\n'
    expect(cuesOf(source)).toEqual([{ startMs: 1000, endMs: 2000, text: 'Fish & chips <i><3</i>' }, { startMs: 2000, endMs: 3000, text: 'End' }])
  })

  it.each([
    ['words alone', 'Hello\nthere', { code: 'no_cues' }],
    ['times without words', '1\n00:00:01,000 --> 00:00:02,000\n\n', { code: 'no_cues' }],
    ['WebVTT without anything', 'WEBVTT\n', { code: 'no_cues' }],
    ['a time that is none', '1\n00:00:01,000 --> 00:00:61,000\nHello', { code: 'time_unreadable', line: 2 }],
    ['half a time', 'WEBVTT\n\n00:01.000 --> later\nHello', { code: 'time_unreadable', line: 3 }],
    ['words that end before they begin', '1\n00:00:02,000 --> 00:00:01,000\nHello', { code: 'runs_backwards', line: 2 }],
    ['words that begin before those above', '1\n00:00:05,000 --> 00:00:06,000\nB\n\n2\n00:00:01,000 --> 00:00:02,000\nA', { code: 'runs_backwards', line: 6 }]
  ])('%s are named', (_name, source, fault) => expect(faultOf(source)).toEqual(fault))

  // With a look back for each sign, a file as large as may be chosen would hold the engine for minutes.
  it.each([
    ['spaces', `${' '.repeat(mostCaptionBytes)}x`],
    ['figures', `${'1'.repeat(mostCaptionBytes)}x`],
    ['places that are never closed', '{\\'.repeat(mostCaptionBytes / 2)]
  ])('a line without end of %s is read in one go', (_name, line) => {
    expect(cuesOf(`1\n00:00:01,000 --> 00:00:02,000\nHello\n${line}\n`)[0]?.text.startsWith('Hello')).toBe(true)
  })
})

describe('the bytes of a file', () => {
  const source = '1\n00:00:01,000 --> 00:00:02,000\nDéjà « l’été » œuvre\n'
  const text = 'Déjà « l’été » œuvre'
  const signs: Readonly<Record<string, number>> = { 'é': 0xe9, 'à': 0xe0, '«': 0xab, '»': 0xbb, '’': 0x92, 'œ': 0x9c }
  const textOf = (bytes: Uint8Array): unknown => {
    const read = readCaptionsFile(bytes)
    return read.ok ? read.cues[0]?.text : read.fault.code
  }

  it.each([
    ['UTF-8', new TextEncoder().encode(source)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${source}`)],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from(source, 'utf16le')])],
    ['Windows-1252', Uint8Array.from([...source], (sign) => signs[sign] ?? sign.charCodeAt(0))]
  ])('are read as %s', (_name, bytes) => expect(textOf(bytes)).toBe(text))

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), 'not_text'],
    ['a film', new Uint8Array([0, 0, 0, 24, 102, 116, 121, 112]), 'not_text'],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(source, 'utf16le')), 'not_text'],
    ['too much', new Uint8Array(mostCaptionBytes + 1).fill(65), 'too_large']
  ])('are refused where they are %s', (_name, bytes, code) => expect(textOf(bytes)).toBe(code))
})

it('finds the language in the name of a file, and every language has a name', () => {
  expect(['Film.fr.srt', 'film_pt-BR.vtt', 'film-en_us.srt', 'quai.srt', 'a.xx.srt', 'Film FR.vtt'].map(languageInName)).toEqual(['fr', 'pt-BR', 'en', null, null, 'fr'])
  const names = new Intl.DisplayNames(['fr'], { type: 'language' })
  expect(captionLanguages.filter((language) => names.of(language) === language)).toEqual([])
  expect(new Set(captionLanguages.map((language) => names.of(language))).size).toBe(captionLanguages.length)
})
