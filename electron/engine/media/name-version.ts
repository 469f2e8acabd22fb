import type { ImageType } from '../../../shared/media/media-item.ts'

const extensions: Readonly<Record<ImageType, readonly [string, ...string[]]>> = { 'image/jpeg': ['jpg', 'jpeg'], 'image/png': ['png'], 'image/webp': ['webp'], 'image/gif': ['gif'] }

export interface MadePicture {
  readonly mediaType: ImageType
  readonly width: number
  readonly height: number
}

/** What a picture made of `original` is called: by its size and, if that is taken, a number, so that nobody takes it for the original. In any language. */
export function nameVersion(original: string, { mediaType, width, height }: MadePicture, taken: readonly string[]): string {
  const [, stem = original, extension = ''] = /^(.+?)(?:\.([^.]*))?$/su.exec(original) ?? []
  const [usual, ...others] = extensions[mediaType]
  const kept = [usual, ...others].find((name) => name === extension.toLowerCase()) === undefined ? usual : extension
  const about = `${withoutSize(stem)}-${width}x${height}`
  return free(about, kept, taken)
}

/** What a picture is called that is kept as another kind than it came as. */
export function nameConverted(original: string, mediaType: ImageType): string {
  return `${original.replace(/\.[^.]*$/u, '') || 'image'}.${extensions[mediaType][0]}`
}

/** What a part of a film is called: by its seconds, and whether its sound is gone. */
export function nameCut(original: string, { startMs, endMs, isMuted, isWhole }: { readonly startMs: number; readonly endMs: number; readonly isMuted: boolean; readonly isWhole: boolean }, taken: readonly string[]): string {
  const [, stem = original, extension = 'mp4'] = /^(.+?)(?:\.([^.]*))?$/su.exec(original) ?? []
  const seconds = (ms: number): string => `${String(Math.round(ms / 100) / 10)}s`
  return free(`${stem}${isWhole ? '' : `-${seconds(startMs)}-${seconds(endMs)}`}${isMuted ? '-muted' : ''}`, extension, taken)
}

/** What a film is called that was made to fit, always an MP4: by its size where that is another one. */
export function nameFitted(original: string, { width, height, isSameSize }: { readonly width: number; readonly height: number; readonly isSameSize: boolean }, taken: readonly string[]): string {
  const stem = original.replace(/(?<=.)\.[^.]*$/u, '')
  return free(isSameSize ? stem : `${withoutSize(stem)}-${width}x${height}`, 'mp4', taken)
}

function free(about: string, extension: string, taken: readonly string[]): string {
  const known = new Set(taken)
  let name = `${about}.${extension}`
  for (let number = 2; known.has(name); number += 1) name = `${about}-${number}.${extension}`
  return name
}

/** Of a picture that was made itself, the size it had says nothing any more. */
function withoutSize(stem: string): string {
  return stem.replace(/(?<=.)-\d{1,5}x\d{1,5}(?:-\d{1,4})?$/u, '')
}
