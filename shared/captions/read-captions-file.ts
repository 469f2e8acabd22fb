import type { CaptionCue } from './caption-cue.ts'
import { decodeCaptions } from './decode-captions.ts'
import { mostCaptionBytes } from './film-captions.ts'
import { parseCaptions, type CaptionsFault } from './parse-captions.ts'

export type CaptionsFileFault = CaptionsFault | { readonly code: 'too_large' } | { readonly code: 'empty' } | { readonly code: 'not_text' }

/** A file of subtitles as somebody chose it: everything that may be wrong with it by itself. */
export function readCaptionsFile(bytes: Uint8Array): { readonly ok: true; readonly cues: readonly CaptionCue[] } | { readonly ok: false; readonly fault: CaptionsFileFault } {
  if (bytes.byteLength === 0) return { ok: false, fault: { code: 'empty' } }
  if (bytes.byteLength > mostCaptionBytes) return { ok: false, fault: { code: 'too_large' } }
  const source = decodeCaptions(bytes)
  return source === null ? { ok: false, fault: { code: 'not_text' } } : parseCaptions(source)
}
