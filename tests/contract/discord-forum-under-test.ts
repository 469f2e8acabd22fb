import { adaptersUnderTest } from './adapters-under-test.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import { createFakeDiscordForum } from './fake-discord-forum.ts'
import { fakeDiscord } from './fake-discord.ts'

function inForum(discord: AdapterUnderTest | undefined): AdapterUnderTest {
  if (discord === undefined) throw new Error('Discord is not tested')
  const { hidesWithEmptyLists: _inLists, locksElsewhere: _here, ...anywhere } = discord
  return {
    ...anywhere,
    name: 'Discord, in a forum',
    // Its posts bear no nonce.
    takesTwice: true,
    // The server that the forum is in, by which its posts are listed.
    idsInSecret: [fakeDiscord.guildId],
    createNetwork: createFakeDiscordForum,
    remoteIdExample: '1180000000000000005/1180000000000000007:1180000000000000009',
    createSession(url, adapter) {
      const session = discord.createSession(url, adapter)
      return { ...session, account: { ...session.account, serverLimits: { ...session.account.serverLimits, channel: { kind: 'forum', tags: 'at_choice' } } } }
    }
  }
}

/** Discord where the channel is a forum. */
export const discordForum = inForum(adaptersUnderTest.find(({ name }) => name === 'Discord'))
