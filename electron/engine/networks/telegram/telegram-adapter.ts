import { telegramCapabilities } from '../../../../shared/networks/telegram-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createTelegramConnect } from './telegram-connect.ts'
import { createTelegramFigures } from './telegram-figures.ts'
import { telegramAlbums } from './telegram-ids.ts'
import { createTelegramInbox } from './telegram-inbox.ts'
import type { TelegramOptions } from './telegram-options.ts'
import { createTelegramPins } from './telegram-pins.ts'
import { createTelegramPublisher } from './telegram-publish.ts'

/** Channels and groups of Telegram, through a bot: https://core.telegram.org/bots/api */
export function createTelegramAdapter(options: TelegramOptions): NetworkAdapter {
  return {
    capabilities: telegramCapabilities,
    connect: createTelegramConnect(options),
    publisher: createTelegramPublisher(options),
    inbox: createTelegramInbox(options),
    severalInOne: telegramAlbums,
    pins: createTelegramPins(options),
    figures: createTelegramFigures(options)
  }
}
