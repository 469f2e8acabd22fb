import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { countsOf } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { failed, mapValue } from '../network-results.ts'
import { openTelegramApi } from './telegram-api.ts'
import type { TelegramOptions } from './telegram-options.ts'

/** A bot can ask how many are in the channel, and nothing of its posts, whose reactions come with the updates (`telegram-reactions.ts`): https://core.telegram.org/bots/api#getchatmembercount (read on 2026-11-22). */
export function createTelegramFigures(options: TelegramOptions): FiguresReader {
  return {
    ofPost: async () => failed('rejected', studioError('rejected', 'Telegram tells bots nothing of posts')),
    async ofAccount(session) {
      const api = openTelegramApi(options, session)
      if (!api.ok) return api
      return mapValue(await api.value.call('getChatMemberCount', { chat_id: Number(session.account.remoteId) }, z.number(), 'none'), (followers) => countsOf({ followers }))
    }
  }
}
