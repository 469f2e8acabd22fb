import { discordCapabilities } from '../../../../shared/networks/discord-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createDiscordLimits, createDiscordTags } from './discord-channel.ts'
import { createDiscordConnect } from './discord-connect.ts'
import { createDiscordReadBack } from './discord-edit.ts'
import { createDiscordFigures } from './discord-figures.ts'
import { createDiscordInbox } from './discord-inbox.ts'
import type { DiscordOptions } from './discord-options.ts'
import { createDiscordPins } from './discord-pins.ts'
import { createDiscordPublisher } from './discord-publish.ts'

/** Channels of Discord, by bot or webhook: https://docs.discord.com/developers */
export function createDiscordAdapter(options: DiscordOptions): NetworkAdapter {
  return {
    capabilities: discordCapabilities,
    connect: createDiscordConnect(options),
    publisher: createDiscordPublisher(options),
    inbox: createDiscordInbox(options),
    pins: createDiscordPins(options),
    figures: createDiscordFigures(options),
    readBack: createDiscordReadBack(options),
    readLimits: createDiscordLimits(options),
    readCategories: createDiscordTags(options)
  }
}
