import type { FilmCaptions } from './film-captions.ts'

/** What a film says of its subtitles: without any, nothing at all. */
export function withCaptions(captions: readonly FilmCaptions[]): { captions?: FilmCaptions[] } {
  return captions.length === 0 ? {} : { captions: [...captions] }
}
