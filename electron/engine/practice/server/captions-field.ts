import { z } from 'zod'
import { parseCaptions } from '../../../../shared/captions/parse-captions.ts'
import { practiceCapabilities } from '../../../../shared/networks/practice-capabilities.ts'
import { takesCaptions } from '../../../../shared/networks/video-rule.ts'
import { practiceCaptionsSchema } from '../record/media-record.ts'

const rule = practiceCapabilities.video?.captions
const most = rule !== undefined && takesCaptions(rule) ? (rule.most.value ?? Infinity) : 0
const maxBytes = rule !== undefined && takesCaptions(rule) ? (rule.maxBytes?.value ?? Infinity) : 0

/** Subtitles beside a film, as JSON. Beyond Mastodon's interface: so that anybody can try what becomes of them. */
export const captionsField = z.string().transform((words, context): z.infer<typeof practiceCaptionsSchema> => {
  const parsed = practiceCaptionsSchema.safeParse(parseJson(words))
  if (parsed.success && parsed.data.length <= most && parsed.data.every(({ vtt }) => parseCaptions(vtt).ok && new TextEncoder().encode(vtt).byteLength <= maxBytes)) return parsed.data
  context.addIssue({ code: 'custom', message: 'no subtitles that are taken here' })
  return z.NEVER
})

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}
