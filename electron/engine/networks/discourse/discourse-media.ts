import { z } from 'zod'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { formWithFiles, isVideo } from '../streamed-form.ts'
import type { DiscourseApi } from './discourse-api.ts'

const uploadSchema = z.looseObject({ short_url: z.string(), width: z.number().nullish(), height: z.number().nullish() })

/**
 * Hands pictures and films over and gives the lines of Markdown that show them, as the forum's own page writes them:
 * https://github.com/discourse/discourse/blob/main/app/assets/javascripts/discourse/app/lib/uploads.js, getUploadMarkdown (read on 2026-11-23). A forum knows a file by its content and gives the same address for the
 * same one, so a second attempt leaves no copies; what no post uses it deletes after a while.
 */
export async function placeMedia(api: DiscourseApi, media: readonly MediaToSend[], onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<readonly string[]>> {
  const lines: string[] = []
  for (const file of media) {
    const form = await formWithFiles({ upload_type: 'composer', synchronous: 'true' }, [{ name: 'file', file }], onUploaded)
    const uploaded = aboutFile(await api.upload(form, uploadSchema), file)
    if (!uploaded.ok) return uploaded
    lines.push(lineOf(file, uploaded.value))
  }
  return done(lines)
}

function lineOf(file: MediaToSend, { short_url: address, width, height }: z.infer<typeof uploadSchema>): string {
  const kind = isVideo(file) ? 'video' : `${width ?? file.width}x${height ?? file.height}`
  return `![${plainAltText(file.altText)}|${kind}](${address})`
}

/** Inside the brackets, a bar would begin the size and a bracket end the text. */
function plainAltText(altText: string): string {
  return altText.replaceAll(/[[\]|\r\n]+/g, ' ').trim()
}
