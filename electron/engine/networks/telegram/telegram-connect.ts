import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountIdentity, AppPasswordConnect } from '../network-connect.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue, type Failed } from '../network-results.ts'
import { toServerAddress } from '../server-address.ts'
import { createTelegramApi, openTelegramApi, type TelegramApi } from './telegram-api.ts'
import { statusOf } from './telegram-failures.ts'
import type { TelegramOptions } from './telegram-options.ts'
import { chatInfoSchema, memberSchema, userSchema, type TelegramUser } from './telegram-schemas.ts'
import { isTelegramToken, readTelegramSecret, writeTelegramSecret } from './telegram-secret.ts'

/** A channel (or group) through a bot of the user's own, which has to be an administrator there. */
export function createTelegramConnect(options: TelegramOptions): AppPasswordConnect {
  return {
    kind: 'app_password',
    async connect({ serverUrl, identifier, appPassword, signal }) {
      const address = toServerAddress(serverUrl)
      if (!address.ok) return address
      const token = appPassword.trim()
      if (!isTelegramToken(token)) return failed('rejected', studioError('wrong_credentials', 'this is no token of a bot', { details: { reason: 'no_bot_token' } }))
      const api = createTelegramApi(options, { url: address.value, token }, { signal })
      const found = await findChat(api, address.value, chatOf(identifier))
      if (!found.ok) return explainLogin(found.failure)
      return done({ identity: found.value.identity, secret: writeTelegramSecret({ token, userName: found.value.bot.username ?? '' }) })
    },
    // A bot has one queue of updates: two accounts would each miss, or be shown, what was said to the other.
    onlyForOne(secret) {
      const read = readTelegramSecret(secret)
      return read.ok ? (read.value.token.split(':')[0] ?? null) : null
    },
    async whoAmI(session) {
      const api = openTelegramApi(options, session)
      return api.ok ? mapValue(await findChat(api.value, session.account.serverUrl, Number(session.account.remoteId)), ({ identity }) => identity) : api
    },
    // Only @BotFather ends a token, and the bot may be in use elsewhere.
    revoke: () => Promise.resolve(done(null))
  }
}

/** `@channel`, `t.me/channel`, or the number of a channel without a name. */
export function chatOf(typed: string): string | number {
  const name = typed.trim().replace(/^(https?:\/\/)?(www\.)?(t\.me|telegram\.me)\/(s\/)?/i, '').replace(/^@/, '').replace(/[/?#].*$/, '')
  return /^-?\d+$/.test(name) ? Number(name) : `@${name}`
}

async function findChat(api: TelegramApi, serverUrl: string, chatId: string | number): Promise<NetworkResult<{ readonly identity: AccountIdentity; readonly bot: TelegramUser }>> {
  const bot = await api.call('getMe', {}, userSchema, 'none')
  if (!bot.ok) return bot
  const chat = await api.call('getChat', { chat_id: chatId }, chatInfoSchema, 'none')
  if (!chat.ok) return notAdmin(chat)
  const member = await api.call('getChatMember', { chat_id: chat.value.id, user_id: bot.value.id }, memberSchema, 'none')
  if (!member.ok) return notAdmin(member)
  const mayPost = member.value.status === 'administrator' && (chat.value.type !== 'channel' || member.value.can_post_messages === true)
  if (!mayPost) return failed('rejected', studioError('login_refused', 'the bot may not post there', { details: { reason: 'bot_no_admin' } }))
  const { id, title, username } = chat.value
  const identity: AccountIdentity = {
    handle: username === undefined ? (title ?? String(id)) : `@${username}`,
    displayName: title ?? username ?? String(id),
    serverUrl,
    remoteId: String(id),
    accessEndsAt: null,
    serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
  }
  return done({ identity, bot: bot.value })
}

/** A bot that is no member of a channel hears "chat not found", or is forbidden. */
function notAdmin(refused: Failed): Failed {
  const status = statusOf(refused.failure)
  return status === 400 || status === 403 ? failed('rejected', studioError('login_refused', refused.failure.error.message, { details: { ...refused.failure.error.details, reason: 'bot_no_admin' } })) : refused
}

/** Telegram answers 401 to a token that it ended, 404 to one that it never gave. */
function explainLogin(failure: NetworkFailure): Failed {
  const isRefused = failure.kind === 'auth_revoked' || statusOf(failure) === 404
  return isRefused ? failed('rejected', studioError('wrong_credentials', 'Telegram does not know this token', { details: { reason: 'no_bot_token' } })) : { ok: false, failure }
}
