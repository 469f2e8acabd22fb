import { dailymotionCapabilities } from '../../../../shared/networks/dailymotion-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createDailymotionConnect } from './dailymotion-connect.ts'
import { createDailymotionReadBack } from './dailymotion-edit.ts'
import type { DailymotionOptions } from './dailymotion-options.ts'
import { createDailymotionPublisher } from './dailymotion-publish.ts'

/** A channel of Dailymotion, by a private key of the user's own: https://developers.dailymotion.com/v2/reference/introduction. */
export function createDailymotionAdapter(options: DailymotionOptions): NetworkAdapter {
  return { capabilities: dailymotionCapabilities, connect: createDailymotionConnect(options), publisher: createDailymotionPublisher(options), readBack: createDailymotionReadBack(options) }
}
