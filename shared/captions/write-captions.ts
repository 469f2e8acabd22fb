import { captionMark, type CaptionCue } from './caption-cue.ts'

/** As WebVTT, in UTF-8: https://www.w3.org/TR/webvtt1/ (read on 2026-11-23). */
export function writeVtt(cues: readonly CaptionCue[]): string {
  return `WEBVTT\n\n${cues.map(({ startMs, endMs, text }) => `${timeOf(startMs, '.')} --> ${timeOf(endMs, '.')}\n${escaped(text)}\n`).join('\n')}`
}

/** As SubRip, which networks read that name no standard for it: numbers from 1, commas before the ms. */
export function writeSrt(cues: readonly CaptionCue[]): string {
  return cues.map(({ startMs, endMs, text }, place) => `${String(place + 1)}\n${timeOf(startMs, ',')} --> ${timeOf(endMs, ',')}\n${text}\n`).join('\n')
}

function timeOf(ms: number, point: '.' | ','): string {
  const [hours, minutes, seconds] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60].map((part) => String(part).padStart(2, '0'))
  return `${String(hours)}:${String(minutes)}:${String(seconds)}${point}${String(ms % 1000).padStart(3, '0')}`
}

/** Everything but the marks, so that no word can be taken for one, or for a time. */
function escaped(text: string): string {
  const marks = text.match(captionMark) ?? []
  return text.split(captionMark).map((words, place) => words.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;') + (marks[place] ?? '')).join('')
}
