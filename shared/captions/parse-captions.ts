import { captionMark, type CaptionCue } from './caption-cue.ts'

/** What is wrong with a file of subtitles. `line`: where, from 1. */
export type CaptionsFault =
  | { readonly code: 'no_cues' }
  | { readonly code: 'time_unreadable'; readonly line: number }
  /** Words that end before they begin, or that begin before those above them. */
  | { readonly code: 'runs_backwards'; readonly line: number }

export type ParsedCaptions = { readonly ok: true; readonly cues: readonly CaptionCue[] } | { readonly ok: false; readonly fault: CaptionsFault }

/** Hours may be left out, and both commas and points are found before the ms in files of either kind. What follows the second time is where WebVTT places the words. */
const timing = /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?(?=\s|$)/u
/** An arrow at the beginning, behind figures at most. Asked of a line without the spaces around it: no sign is looked at twice, however long the line is. */
const looksLikeTiming = /^[\d:.,]*\s*-->/u

interface Block {
  readonly at: number
  readonly startMs: number
  readonly endMs: number
  readonly lines: string[]
}

/**
 * Reads SubRip (.srt) and WebVTT (.vtt), told apart by their first line: https://www.w3.org/TR/webvtt1/ (read on 2026-11-23); SubRip has no standard. Where words stand on the screen, and colours, are left behind, since no network that
 * takes such files promises to keep them.
 */
export function parseCaptions(source: string): ParsedCaptions {
  const lines = source.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u)
  const isVtt = /^WEBVTT(?:[ \t]|$)/u.test(lines[0] ?? '')
  const blocks = isVtt ? readVtt(lines) : readSrt(lines)
  if (!Array.isArray(blocks)) return { ok: false, fault: blocks }
  const backwards = blocks.find(({ startMs, endMs }, place) => endMs <= startMs || startMs < (blocks[place - 1]?.startMs ?? 0))
  if (backwards !== undefined) return { ok: false, fault: { code: 'runs_backwards', line: backwards.at } }
  const cues = blocks.flatMap(({ startMs, endMs, lines: words }): readonly CaptionCue[] => {
    const text = tidy(words.map(isVtt ? plainOfVtt : plainOfSrt))
    return text === '' ? [] : [{ startMs, endMs, text }]
  })
  return cues.length === 0 ? { ok: false, fault: { code: 'no_cues' } } : { ok: true, cues }
}

/** Everything below a time belongs to it, until the next one: files with empty lines among the words are common. */
function readSrt(lines: readonly string[]): Block[] | CaptionsFault {
  const blocks: Block[] = []
  for (const [place, line] of lines.entries()) {
    const times = readTiming(line)
    if (times !== null) {
      dropNumber(blocks.at(-1)?.lines)
      blocks.push({ at: place + 1, ...times, lines: [] })
    } else if (isBroken(line, lines, place)) {
      return { code: 'time_unreadable', line: place + 1 }
    } else {
      blocks.at(-1)?.lines.push(line)
    }
  }
  return blocks
}

/** The number of the next words, which stands alone below an empty line. */
function dropNumber(lines: string[] | undefined): void {
  if (lines !== undefined && /^\s*\d+\s*$/u.test(lines.at(-1) ?? '') && (lines.length === 1 || lines.at(-2)?.trim() === '')) lines.pop()
}

/** An arrow where a time belongs: at the beginning, or below a number or an empty line. */
function isBroken(line: string, lines: readonly string[], place: number): boolean {
  return looksLikeTiming.test(line.trim()) && /^\d*$/u.test((lines[place - 1] ?? '').trim())
}

/** Notes, styles and regions are blocks of their own; a name may stand above a time. */
function readVtt(lines: readonly string[]): Block[] | CaptionsFault {
  const blocks: Block[] = []
  let open: Block | null = null
  for (const [place, line] of lines.entries()) {
    const times = readTiming(line)
    if (line.trim() === '') open = null
    else if (times !== null) blocks.push((open = { at: place + 1, ...times, lines: [] }))
    else if (line.includes('-->')) return { code: 'time_unreadable', line: place + 1 }
    else open?.lines.push(line)
  }
  return blocks
}

function readTiming(line: string): { readonly startMs: number; readonly endMs: number } | null {
  const found = timing.exec(line)
  if (found === null) return null
  const [startMs, endMs] = [inMs(found.slice(1, 5)), inMs(found.slice(5, 9))]
  return startMs === null || endMs === null ? null : { startMs, endMs }
}

function inMs([hours = '0', minutes = '', seconds = '', fraction = '']: readonly (string | undefined)[]): number | null {
  if (Number(minutes) > 59 || Number(seconds) > 59) return null
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
}

const tag = /<[^<>]*>/gu

function isMark(found: string): boolean {
  captionMark.lastIndex = 0
  return captionMark.test(found)
}

/** Marks of both formats stay; colours, classes, speakers and places go, their words stay. */
function plainOfSrt(line: string): string {
  return line.replace(/\{\\[^{}]*\}/gu, '').replace(/<\/?[a-z][^<>]*>/giu, (found) => (isMark(found.toLowerCase()) ? found.toLowerCase() : ''))
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00A0', '&lrm;': '\u200E', '&rlm;': '\u200F' }

function plainOfVtt(line: string): string {
  // `<i.loud>` is a class of a mark that both know.
  const marked = line.replace(tag, (found) => (isMark(found) ? found : found.replace(/^<([biu])[.\s].*>$/u, '<$1>'))).replace(tag, (found) => (isMark(found) ? found : ''))
  return marked.replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/gu, (found) => entities[found] ?? found)
}

/** Without empty lines, which end the words in both formats. */
function tidy(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).filter((line) => line !== '').join('\n')
}
