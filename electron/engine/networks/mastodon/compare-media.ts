import { z } from 'zod'
import type { MediaToSend } from '../network-media.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'

/** `described_otherwise`: as many pictures, with other words; the server, or a person, may have changed them. */
export type MediaLikeness = 'same' | 'described_otherwise' | 'other'

const attachmentSchema = z.looseObject({ description: z.string().nullish() })

/** Whether a server's attachments can be the draft's: as many, in the same order, described alike as far as the server says. */
export function compareMedia(attachments: readonly unknown[], media: readonly Pick<MediaToSend, 'altText'>[]): MediaLikeness {
  if (attachments.length !== media.length) return 'other'
  const isAlike = media.every(({ altText }, place) => {
    const attachment = attachmentSchema.safeParse(attachments[place])
    // Told nothing at all of a description: then their number has to do.
    if (!attachment.success || !('description' in attachment.data)) return true
    return plainWords(attachment.data.description ?? '') === plainWords(altText)
  })
  return isAlike ? 'same' : 'described_otherwise'
}
