import { randomUUID } from 'node:crypto'
import { createFakeDiscourse } from '../../contract/fake-discourse.ts'
import { createFakeTelegram } from '../../contract/fake-telegram.ts'
import { startHostileServer } from '../../contract/hostile-server.ts'
import { startBlueskyServer } from '../../servers/start-bluesky-server.ts'
import { startWordpressServer } from '../../servers/start-wordpress-server.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { startMastodonLoginServer } from './mastodon-login-server.ts'
import type { Studio } from './studio.ts'

export interface FiveNetworks {
  /** For VIGIE_TEST_OPTIONS. */
  readonly testOptions: object
  /** Somebody who has a name on Bluesky's server. */
  readonly mentioned: string
  /** Every password, key and token; none of them may be found in a file. */
  secrets(): readonly string[]
  /** Connects an account on each; gives back their ids. */
  connect(studio: Studio, workspaceId: string): Promise<Readonly<Record<string, NetworkId>>>
  /** What each network was given of ours, in the order in which it came. */
  published(): Promise<Readonly<Partial<Record<NetworkId, readonly string[]>>>>
  /** The descriptions of the pictures with it, in their order; how many there are where the network takes no descriptions. */
  pictures(): Promise<Readonly<Partial<Record<NetworkId, readonly string[] | number>>>>
  stop(): Promise<void>
}

/** Bluesky and WordPress as they are, Mastodon, Discourse and Telegram in memory behind real sockets. */
export async function startFiveNetworks(): Promise<FiveNetworks> {
  const [bluesky, wordpress, mastodon] = await Promise.all([startBlueskyServer(), startWordpressServer(), startMastodonLoginServer()])
  const [forum, bot] = [createFakeDiscourse(), createFakeTelegram()]
  const [discourse, telegram] = await Promise.all([startHostileServer(forum), startHostileServer(bot)])
  const lea = await bluesky.createPerson('lea')
  const marguerite = await bluesky.createPerson('marguerite')
  const keys = { bluesky: await lea.makeAppPassword('vigie'), wordpress: wordpress.password('admin'), discourse: `forum-key-${randomUUID()}`, telegram: `110201543:${randomUUID().replaceAll('-', '_')}` }

  async function connectMastodon(studio: Studio, workspaceId: string): Promise<string> {
    const opened = await studio.catchExternal()
    const loginId = randomUUID()
    const finished = studio.bridge.next('accounts.loginFinished', { loginId })
    await studio.bridge.ask('accounts.beginBrowserLogin', { workspaceId, loginId, networkId: 'mastodon', serverUrl: mastodon.origin })
    const [loginUrl = ''] = await opened()
    await fetch(loginUrl)
    const { outcome } = await finished
    if (outcome.kind !== 'connected') throw new Error('Mastodon was not connected')
    return outcome.account.id
  }

  return {
    testOptions: { blueskyAppViewDid: bluesky.appViewDid, blueskyChatDid: bluesky.chatDid, blueskyPlcUrl: bluesky.plcUrl },
    mentioned: marguerite.handle,
    secrets: () => [...Object.values(keys), ...mastodon.tokens],
    async connect(studio, workspaceId) {
      const places = [['bluesky', bluesky.url, lea.handle], ['wordpress', wordpress.url, 'admin'], ['discourse', `${discourse.url}/c/5`, 'lea'], ['telegram', telegram.url, '@atelier']] as const
      const connected: Record<string, NetworkId> = {}
      for (const [networkId, serverUrl, identifier] of places) {
        const account = await studio.bridge.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl, identifier, appPassword: keys[networkId] })
        connected[account.id] = networkId
      }
      connected[await connectMastodon(studio, workspaceId)] = 'mastodon'
      return connected
    },
    async published() {
      return {
        bluesky: (await lea.records('app.bsky.feed.post')).map(({ value }) => String(value['text'])),
        wordpress: wordpress.posts().filter(({ status, title }) => status === 'publish' && title !== 'Hello world!').map(({ content }) => content),
        mastodon: mastodon.visible(),
        discourse: discourse.requests.filter(forum.isCreate).map(({ json }) => String(json['raw'])),
        telegram: bot.visible()
      }
    },
    async pictures() {
      const [post] = await lea.records('app.bsky.feed.post')
      const { images = [] } = (post?.value['embed'] ?? {}) as { readonly images?: readonly { readonly alt: string }[] }
      return {
        bluesky: images.map(({ alt }) => alt),
        wordpress: wordpress.media().toSorted((one, other) => one.id - other.id).map(({ alt }) => alt),
        mastodon: mastodon.descriptions,
        discourse: discourse.requests.filter(forum.isCreate).flatMap(({ json }) => [...String(json['raw']).matchAll(/!\[([^\]|]*)/g)].map(([, alt = '']) => alt)),
        telegram: telegram.requests.filter(bot.isCreate).map(({ text }) => text.split('"type":"photo"').length - 1).reduce((one, other) => one + other, 0)
      }
    },
    async stop() {
      mastodon.close()
      await Promise.all([bluesky.stop(), wordpress.stop(), discourse.stop(), telegram.stop()])
    }
  }
}
