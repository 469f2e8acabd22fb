import { z } from 'zod'
import { videoTypes } from '../media/media-item.ts'
import { channelKinds, channelTags } from '../networks/channel-kinds.ts'

const bound = z.int().positive().nullable()

/** What an account's own server states that it takes. null or left out: it was never told, and the network's figures hold (`withServerLimits`). */
export const serverLimitsSchema = z.object({
  maxCharacters: bound,
  charactersPerUrl: bound,
  maxMedia: bound,
  tags: z.object({ maxCount: z.int().min(0).nullable(), maxEach: bound }).optional(),
  /** `maxChoice`: characters of one choice. `isOff`: whoever runs the server turned polls off. */
  poll: z.object({ maxChoices: z.int().min(2).nullable(), maxChoice: bound, minMinutes: bound, maxMinutes: bound, isOff: z.boolean().optional() }).optional(),
  /** Whether the account is one of those who run it; only where that decides what it may do (`authorActsAreForStaff`). */
  isStaff: z.boolean().optional(),
  /** Of a network whose accounts are channels: which kind it is (`channels` of its capabilities). */
  channel: z.object({ kind: z.enum(channelKinds), tags: z.enum(channelTags) }).optional(),
  /** Bytes of one file; `maxAltText`: characters of its description; `videoTypes`: which films it takes at all, none of them where it is empty; `maxVideoMs`: how long a film of this account may be, where that goes by what its owner pays. */
  media: z.object({ maxImageBytes: bound, maxVideoBytes: bound, maxAltText: bound, videoTypes: z.array(z.enum(videoTypes)).optional(), maxVideoMs: z.int().positive().optional() }).optional()
})
export type ServerLimits = z.infer<typeof serverLimitsSchema>

/** What is known after a reading: what the server does not tell, or tells in a way that nobody can mean, stays as it was. Nothing is concluded from silence. */
export function limitsAfterReading(known: ServerLimits, told: ServerLimits): ServerLimits {
  const [tags, poll, media, isStaff, channel] = [tagsAfter(known.tags, told.tags), pollAfter(known.poll, told.poll), mediaAfter(known.media, told.media), told.isStaff ?? known.isStaff, told.channel ?? known.channel]
  return {
    maxCharacters: told.maxCharacters ?? known.maxCharacters,
    charactersPerUrl: told.charactersPerUrl ?? known.charactersPerUrl,
    maxMedia: told.maxMedia ?? known.maxMedia,
    ...(tags === undefined ? {} : { tags }),
    ...(poll === undefined ? {} : { poll }),
    ...(media === undefined ? {} : { media }),
    ...(isStaff === undefined ? {} : { isStaff }),
    ...(channel === undefined ? {} : { channel })
  }
}

function tagsAfter(known: ServerLimits['tags'], told: ServerLimits['tags']): ServerLimits['tags'] {
  if (told === undefined || known === undefined) return told ?? known
  return { maxCount: told.maxCount ?? known.maxCount, maxEach: told.maxEach ?? known.maxEach }
}

function pollAfter(known: ServerLimits['poll'], told: ServerLimits['poll']): ServerLimits['poll'] {
  if (told === undefined || known === undefined) return told ?? known
  // A span is one thing: half of it from another day might end before it begins.
  const { minMinutes, maxMinutes } = told.minMinutes === null && told.maxMinutes === null ? known : told
  const isOff = told.isOff ?? known.isOff
  return { maxChoices: told.maxChoices ?? known.maxChoices, maxChoice: told.maxChoice ?? known.maxChoice, minMinutes, maxMinutes, ...(isOff === undefined ? {} : { isOff }) }
}

function mediaAfter(known: ServerLimits['media'], told: ServerLimits['media']): ServerLimits['media'] {
  if (told === undefined || known === undefined) return told ?? known
  const [taken, longest] = [told.videoTypes ?? known.videoTypes, told.maxVideoMs ?? known.maxVideoMs]
  return { maxImageBytes: told.maxImageBytes ?? known.maxImageBytes, maxVideoBytes: told.maxVideoBytes ?? known.maxVideoBytes, maxAltText: told.maxAltText ?? known.maxAltText, ...(taken === undefined ? {} : { videoTypes: taken }), ...(longest === undefined ? {} : { maxVideoMs: longest }) }
}

/** Whether the server said anything at all of the length of a post or of films, or which kind of channel it is: a login whose server was silent has nothing to keep. */
export function tellsLimits({ maxCharacters, channel, media }: Pick<ServerLimits, 'maxCharacters' | 'channel' | 'media'>): boolean {
  return maxCharacters !== null || channel !== undefined || media?.maxVideoMs !== undefined
}
