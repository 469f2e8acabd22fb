import { z } from 'zod'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'

const uploadSchema = z.looseObject({ short_url: z.string(), width: z.number().nullish(), height: z.number().nullish() })

/**
 * Hands the pictures over and gives the lines of Markdown that show them. A forum knows a file by its content and gives the same address for the
 * same one, so a second attempt leaves no copies; what no post uses it deletes after a while.
 */
export async function placeImages(api: DiscourseApi, media: readonly MediaToSend[]): Promise<NetworkResult<readonly string[]>> {
  const lines: string[] = []
  for (const file of media) {
    const form = new FormData()
    form.set('upload_type', 'composer')
    form.set('synchronous', 'true')
    const bytes = await file.read()
    form.set('file', new File([new Uint8Array(bytes)], file.fileName, { type: file.mediaType }))
    const uploaded = aboutFile(await api.upload(form, uploadSchema), file)
    if (!uploaded.ok) return uploaded
    lines.push(`![${plainAltText(file.altText)}|${uploaded.value.width ?? file.width}x${uploaded.value.height ?? file.height}](${uploaded.value.short_url})`)
  }
  return done(lines)
}

/** Inside the brackets, a bar would begin the size and a bracket end the text. */
function plainAltText(altText: string): string {
  return altText.replaceAll(/[[\]|\r\n]+/g, ' ').trim()
}
