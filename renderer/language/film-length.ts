import type { Language } from './languages.ts'

/** How long a film lasts, as players write it: 0:07, 12:40, 1:02:03. */
export function filmLength(durationMs: number): string {
  const seconds = Math.max(1, Math.round(durationMs / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const ends = String(seconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${ends}` : `${minutes}:${ends}`
}

/** A moment of a film, to a tenth of a second: 0:07.3, in French 0:07,3. */
export function filmMoment(atMs: number, language: Language): string {
  const tenths = Math.max(0, Math.floor(atMs / 100))
  const seconds = Math.floor(tenths / 10)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}${language === 'fr' ? ',' : '.'}${tenths % 10}`
}
