import { z } from 'zod'

/** Networks that an account can be connected to. `practice` is the network that ships with Vigie and lives on this computer. */
export const networkIds = ['bluesky', 'mastodon', 'wordpress', 'discourse', 'telegram', 'discord', 'facebook', 'instagram', 'threads', 'x', 'linkedin', 'linkedin_page', 'pinterest', 'reddit', 'google_business', 'youtube', 'dailymotion', 'tiktok', 'assisted', 'practice'] as const
export const networkIdSchema = z.enum(networkIds)
export type NetworkId = z.infer<typeof networkIdSchema>
