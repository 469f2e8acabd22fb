import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import { writeBlueskySecret } from '../../electron/engine/networks/bluesky/bluesky-secret.ts'
import { createDailymotionAdapter } from '../../electron/engine/networks/dailymotion/dailymotion-adapter.ts'
import { dailymotionApiUrl, dailymotionTokenUrl } from '../../electron/engine/networks/dailymotion/dailymotion-options.ts'
import { writeDailymotionSecret } from '../../electron/engine/networks/dailymotion/dailymotion-secret.ts'
import { createDiscordAdapter } from '../../electron/engine/networks/discord/discord-adapter.ts'
import { writeDiscordSecret } from '../../electron/engine/networks/discord/discord-secret.ts'
import { createDiscourseAdapter } from '../../electron/engine/networks/discourse/discourse-adapter.ts'
import { writeDiscourseSecret } from '../../electron/engine/networks/discourse/discourse-secret.ts'
import { createFacebookAdapter } from '../../electron/engine/networks/facebook/facebook-adapter.ts'
import { facebookApiUrl, facebookLoginUrl } from '../../electron/engine/networks/facebook/facebook-options.ts'
import { writeFacebookSecret } from '../../electron/engine/networks/facebook/facebook-secret.ts'
import { createGoogleBusinessAdapter } from '../../electron/engine/networks/google-business/google-business-adapter.ts'
import { googleBusinessApiUrl } from '../../electron/engine/networks/google-business/google-business-options.ts'
import { googleLoginUrl, googleTokenUrl } from '../../electron/engine/networks/google/google-login.ts'
import { createLinkedinAdapter } from '../../electron/engine/networks/linkedin/linkedin-adapter.ts'
import { linkedinApiUrl, linkedinLoginUrl } from '../../electron/engine/networks/linkedin/linkedin-options.ts'
import { createInstagramAdapter } from '../../electron/engine/networks/instagram/instagram-adapter.ts'
import { instagramApiUrl, instagramLoginUrl, instagramTokenUrl } from '../../electron/engine/networks/instagram/instagram-options.ts'
import { createMastodonAdapter } from '../../electron/engine/networks/mastodon/mastodon-adapter.ts'
import { writeMastodonSecret } from '../../electron/engine/networks/mastodon/mastodon-secret.ts'
import { writeMetaUserSecret } from '../../electron/engine/networks/meta/user-secret.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createPinterestAdapter } from '../../electron/engine/networks/pinterest/pinterest-adapter.ts'
import { pinterestApiUrl, pinterestLoginUrl } from '../../electron/engine/networks/pinterest/pinterest-options.ts'
import { createRedditAdapter } from '../../electron/engine/networks/reddit/reddit-adapter.ts'
import { redditApiUrl, redditLoginUrl } from '../../electron/engine/networks/reddit/reddit-options.ts'
import { createTelegramAdapter } from '../../electron/engine/networks/telegram/telegram-adapter.ts'
import { writeTelegramSecret } from '../../electron/engine/networks/telegram/telegram-secret.ts'
import { createThreadsAdapter } from '../../electron/engine/networks/threads/threads-adapter.ts'
import { threadsApiUrl, threadsLoginUrl } from '../../electron/engine/networks/threads/threads-options.ts'
import { createTiktokAdapter } from '../../electron/engine/networks/tiktok/tiktok-adapter.ts'
import { tiktokApiUrl, tiktokLoginUrl } from '../../electron/engine/networks/tiktok/tiktok-options.ts'
import { createWordpressAdapter } from '../../electron/engine/networks/wordpress/wordpress-adapter.ts'
import { writeWordpressSecret } from '../../electron/engine/networks/wordpress/wordpress-secret.ts'
import { createXAdapter } from '../../electron/engine/networks/x/x-adapter.ts'
import { xApiUrl, xLoginUrl } from '../../electron/engine/networks/x/x-options.ts'
import { createYoutubeAdapter } from '../../electron/engine/networks/youtube/youtube-adapter.ts'
import { youtubeApiUrl, youtubeLoginUrl, youtubeTokenUrl } from '../../electron/engine/networks/youtube/youtube-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { mastodonCapabilities } from '../../shared/networks/mastodon-capabilities.ts'
import { createSession, publicMediaInMemory, videoOf } from '../support/adapter-session.ts'
import { loadBlueskyDescription } from './descriptions/bluesky-description.ts'
import { loadDailymotionDescription } from './descriptions/dailymotion-description.ts'
import { loadDiscordDescription } from './descriptions/discord-description.ts'
import { loadDiscourseDescription } from './descriptions/discourse-description.ts'
import { loadFacebookDescription } from './descriptions/facebook-description.ts'
import { loadGoogleBusinessDescription } from './descriptions/google-business-description.ts'
import { loadLinkedinDescription } from './descriptions/linkedin-description.ts'
import { loadInstagramDescription } from './descriptions/instagram-description.ts'
import { loadMastodonDescription } from './descriptions/mastodon-description.ts'
import { loadPinterestDescription } from './descriptions/pinterest-description.ts'
import { loadRedditDescription } from './descriptions/reddit-description.ts'
import { loadTelegramDescription } from './descriptions/telegram-description.ts'
import { loadThreadsDescription } from './descriptions/threads-description.ts'
import { loadTiktokDescription } from './descriptions/tiktok-description.ts'
import { loadWordpressDescription } from './descriptions/wordpress-description.ts'
import { loadXDescription } from './descriptions/x-description.ts'
import { loadYoutubeDescription } from './descriptions/youtube-description.ts'
import { createFakeBluesky, fakeBlueskyDid } from './fake-bluesky.ts'
import { createFakeDailymotion, fakeProfileId } from './fake-dailymotion.ts'
import { createFakeDiscord, fakeDiscord } from './fake-discord.ts'
import { createFakeDiscourse } from './fake-discourse.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { fakePageId } from './fake-facebook-comments.ts'
import { createFakeGoogleBusiness, fakePlace } from './fake-google-business.ts'
import { createFakeLinkedin, fakeLinkedinMember, fakeLinkedinPage } from './fake-linkedin.ts'
import { createFakeInstagram, fakeInstagramId } from './fake-instagram.ts'
import { createFakeMastodon } from './fake-mastodon.ts'
import { createFakePinterest, fakeBoardId } from './fake-pinterest.ts'
import { createFakeReddit, fakeRedditUser } from './fake-reddit.ts'
import { createFakeTelegram, fakeTelegramChannel } from './fake-telegram.ts'
import { createFakeThreads, fakeThreadsUserId } from './fake-threads.ts'
import { createFakeTiktok, fakeOpenId } from './fake-tiktok.ts'
import { createFakeWordpress } from './fake-wordpress.ts'
import { createFakeX, fakeXUserId } from './fake-x.ts'
import { createFakeYoutube, fakeChannelId } from './fake-youtube.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'

const identityOf = (serverUrl: string, remoteId: string, handle: string): Parameters<typeof createSession>[1] => ({
  handle, displayName: 'Léa', serverUrl, remoteId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
})

const mastodon: AdapterUnderTest = {
  name: 'Mastodon',
  createNetwork: createFakeMastodon,
  remoteIdExample: '116000000000000007',
  loadDescription: loadMastodonDescription,
  createAdapter: (needs) => createMastodonAdapter({ ...needs, capabilities: mastodonCapabilities, random: systemRandom }),
  createSession: (url) => createSession('mastodon', identityOf(url, '1', '@lea@mastodon.example'), writeMastodonSecret({ accessToken: 'top-secret-token', clientId: 'id', clientSecret: 'top-secret-client' }))
}

const bluesky: AdapterUnderTest = {
  name: 'Bluesky',
  createNetwork: createFakeBluesky,
  remoteIdExample: 'at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3laaaaaaaaa2a',
  loadDescription: loadBlueskyDescription,
  createAdapter: (needs) => createBlueskyAdapter({ ...needs, random: systemRandom, appViewDid: 'did:web:appview.test#bsky_appview', chatDid: 'did:web:chat.test#bsky_chat', plcUrl: 'http://127.0.0.1:1' }),
  createSession: (url) =>
    createSession('bluesky', identityOf(url, fakeBlueskyDid, '@lea.test'), writeBlueskySecret({ did: fakeBlueskyDid, accessJwt: 'top-secret-access', refreshJwt: 'top-secret-refresh', appPassword: 'top-secret-password' }))
}

const wordpress: AdapterUnderTest = {
  name: 'WordPress',
  createNetwork: createFakeWordpress,
  remoteIdExample: 'comment:7',
  loadDescription: loadWordpressDescription,
  createAdapter: (needs) => createWordpressAdapter(needs),
  createSession: (url) => createSession('wordpress', identityOf(url, '1', 'blog.example'), writeWordpressSecret({ apiRoot: `${url}/wp-json/`, userName: 'lea', appPassword: 'top-secret-password' }))
}

const x: AdapterUnderTest = {
  name: 'X',
  createNetwork: createFakeX,
  remoteIdExample: '1990000000000000007',
  loadDescription: loadXDescription,
  createAdapter: (needs) => createXAdapter({ ...needs, random: systemRandom, apiUrl: xApiUrl, loginUrl: xLoginUrl }),
  createSession: (url) =>
    createSession('x', identityOf(url, fakeXUserId, '@lea'), writeOAuthSecret({ clientId: 'id', accessToken: 'top-secret-access', refreshToken: null, accessEndsAt: null, renewableUntil: null }))
}

const facebook: AdapterUnderTest = {
  name: 'Facebook',
  createNetwork: createFakeFacebook,
  remoteIdExample: '7_77',
  loadDescription: loadFacebookDescription,
  createAdapter: (needs) => createFacebookAdapter({ ...needs, random: systemRandom, apiUrl: facebookApiUrl, loginUrl: facebookLoginUrl }),
  createSession: (url) => ({
    ...createSession('facebook', identityOf(url, fakePageId, '@atelier'), writeFacebookSecret({ clientId: '4711', accessToken: 'top-secret-access', tasks: ['CREATE_CONTENT', 'MODERATE'], accessEndsAt: null })),
    findApp: (clientId) => Promise.resolve({ ok: true, value: { clientId, clientSecret: 'top-secret-app', redirectUri: null } })
  })
}

const plainOAuthSecret = writeOAuthSecret({ clientId: 'id', accessToken: 'top-secret-access', refreshToken: null, accessEndsAt: null, renewableUntil: null })

const linkedin: AdapterUnderTest = {
  name: 'LinkedIn',
  isBlind: true,
  hasNoInbox: true,
  createNetwork: () => createFakeLinkedin('member'),
  remoteIdExample: 'urn:li:share:7058123456789012345',
  loadDescription: loadLinkedinDescription,
  createAdapter: (needs) => createLinkedinAdapter({ ...needs, random: systemRandom, kind: 'member', apiUrl: linkedinApiUrl, loginUrl: linkedinLoginUrl }),
  createSession: (url) => createSession('linkedin', identityOf(url, fakeLinkedinMember, 'Léa Martin'), plainOAuthSecret)
}

const linkedinPage: AdapterUnderTest = {
  name: 'LinkedIn Page',
  createNetwork: () => createFakeLinkedin('page'),
  remoteIdExample: 'urn:li:comment:(urn:li:activity:7058123456789012345,7058123456789012399)',
  loadDescription: loadLinkedinDescription,
  createAdapter: (needs) => createLinkedinAdapter({ ...needs, random: systemRandom, kind: 'page', apiUrl: linkedinApiUrl, loginUrl: linkedinLoginUrl }),
  createSession: (url) => createSession('linkedin_page', identityOf(url, fakeLinkedinPage, '@atelier'), plainOAuthSecret)
}

const ofOnePerson = writeMetaUserSecret({ clientId: '4711', accessToken: 'top-secret-access', accessEndsAt: null })

const threads: AdapterUnderTest = {
  name: 'Threads',
  createNetwork: createFakeThreads,
  remoteIdExample: '18000000000000007',
  loadDescription: loadThreadsDescription,
  createAdapter: (needs) => createThreadsAdapter({ ...needs, random: systemRandom, apiUrl: threadsApiUrl, loginUrl: threadsLoginUrl }),
  createSession: (url) => ({ ...createSession('threads', identityOf(url, fakeThreadsUserId, '@atelier'), ofOnePerson), publicMedia: publicMediaInMemory() })
}

const instagram: AdapterUnderTest = {
  name: 'Instagram',
  needsPicture: true,
  deletesOnlyAnswers: true,
  createNetwork: createFakeInstagram,
  remoteIdExample: '18000000000000007',
  loadDescription: loadInstagramDescription,
  createAdapter: (needs) => createInstagramAdapter({ ...needs, random: systemRandom, apiUrl: instagramApiUrl, loginUrl: instagramLoginUrl, tokenUrl: instagramTokenUrl }),
  createSession: (url) => ({ ...createSession('instagram', identityOf(url, fakeInstagramId, '@atelier'), ofOnePerson), publicMedia: publicMediaInMemory() })
}

const pinterest: AdapterUnderTest = {
  name: 'Pinterest',
  hasNoInbox: true,
  needsPicture: true,
  takesTwice: true,
  createNetwork: createFakePinterest,
  remoteIdExample: '813744226420795884',
  loadDescription: loadPinterestDescription,
  createAdapter: (needs) => createPinterestAdapter({ ...needs, random: systemRandom, apiUrl: pinterestApiUrl, loginUrl: pinterestLoginUrl }),
  createSession: (url) => createSession('pinterest', identityOf(url, fakeBoardId, '@atelier · Recettes'), plainOAuthSecret)
}

const reddit: AdapterUnderTest = {
  name: 'Reddit',
  takesTwice: true,
  createNetwork: createFakeReddit,
  remoteIdExample: 't1_abc',
  loadDescription: loadRedditDescription,
  createAdapter: (needs) => createRedditAdapter({ ...needs, random: systemRandom, apiUrl: redditApiUrl, loginUrl: redditLoginUrl }),
  createSession: (url) => createSession('reddit', identityOf(url, `${fakeRedditUser}/poterie`, 'u/lea · r/poterie'), plainOAuthSecret)
}

const discourse: AdapterUnderTest = {
  name: 'Discourse',
  createNetwork: createFakeDiscourse,
  remoteIdExample: '7',
  loadDescription: loadDiscourseDescription,
  createAdapter: (needs) => createDiscourseAdapter(needs),
  createSession: (url) => createSession('discourse', identityOf(url, '7', '@lea@forum.example'), writeDiscourseSecret({ root: url, userName: 'lea', apiKey: 'top-secret-key', categoryId: 5 }))
}

const telegram: AdapterUnderTest = {
  name: 'Telegram',
  isBlind: true,
  createNetwork: createFakeTelegram,
  remoteIdExample: '-1001000000002:7:5',
  loadDescription: loadTelegramDescription,
  createAdapter: (needs) => createTelegramAdapter(needs),
  createSession: (url) => createSession('telegram', identityOf(url, String(fakeTelegramChannel), '@atelier'), writeTelegramSecret({ token: '110201543:top-secret-AAHdqTcvCH1vGWJxfSeofSAs0K5', userName: 'atelier_bot' }))
}

/** Its webhooks have a test of their own: discord-webhook.test.ts. */
const discord: AdapterUnderTest = {
  name: 'Discord',
  createNetwork: createFakeDiscord,
  remoteIdExample: '1180000000000000007:1180000000000000009',
  hidesWithEmptyLists: true,
  locksElsewhere: true,
  loadDescription: loadDiscordDescription,
  createAdapter: (needs) => createDiscordAdapter(needs),
  createSession: (url) =>
    createSession('discord', identityOf(url, fakeDiscord.channelId, '#annonces'), writeDiscordSecret({ kind: 'bot', token: 'top-secret.token.of-the-bot', userId: fakeDiscord.botId, channelId: fakeDiscord.channelId, guildId: fakeDiscord.guildId }))
}

const youtube: AdapterUnderTest = {
  name: 'YouTube',
  createNetwork: createFakeYoutube,
  remoteIdExample: 'UgzCommentAAAAAAAAAAAAAAAA',
  // Two parts: one that prepares, one that makes the video.
  fileOf: (name) => videoOf(`${name}.mp4`, 1500),
  loadDescription: loadYoutubeDescription,
  createAdapter: (needs) => createYoutubeAdapter({ ...needs, random: systemRandom, apiUrl: youtubeApiUrl, loginUrl: youtubeLoginUrl, tokenUrl: youtubeTokenUrl, partBytes: 1024 }),
  createSession: (url) =>
    createSession('youtube', identityOf(url, fakeChannelId, '@atelier'), writeOAuthSecret({ clientId: 'id', accessToken: 'top-secret-access', refreshToken: null, accessEndsAt: null, renewableUntil: null }))
}

const googleBusiness: AdapterUnderTest = {
  name: 'Google Business Profile',
  takesTwice: true,
  createNetwork: createFakeGoogleBusiness,
  remoteIdExample: `${fakePlace}/localPosts/7`,
  loadDescription: loadGoogleBusinessDescription,
  createAdapter: (needs) => createGoogleBusinessAdapter({ ...needs, random: systemRandom, apiUrl: googleBusinessApiUrl, loginUrl: googleLoginUrl, tokenUrl: googleTokenUrl }),
  createSession: (url) => ({ ...createSession('google_business', identityOf(url, fakePlace, 'Le Comptoir · Brest'), plainOAuthSecret), publicMedia: publicMediaInMemory() })
}

const dailymotion: AdapterUnderTest = {
  name: 'Dailymotion',
  hasNoInbox: true,
  takesTwice: true,
  createNetwork: createFakeDailymotion,
  remoteIdExample: 'x8qwdu4',
  fileOf: (name) => videoOf(`${name}.mp4`, 1500),
  loadDescription: loadDailymotionDescription,
  createAdapter: (needs) => createDailymotionAdapter({ ...needs, apiUrl: dailymotionApiUrl, tokenUrl: dailymotionTokenUrl }),
  createSession: (url) => createSession('dailymotion', identityOf(url, `${fakeProfileId}/news`, 'atelier · news'), writeDailymotionSecret({ apiKey: 'top-secret-key-of-the-channel', apiSecret: 'top-secret-secret', accessToken: 'top-secret-access', accessEndsAt: null, isForKids: false }))
}

const tiktok: AdapterUnderTest = {
  name: 'TikTok',
  hasNoInbox: true,
  deletesNothing: true,
  createNetwork: createFakeTiktok,
  remoteIdExample: 'v_inbox_file~v2.123456789',
  neverThere: '7000000000000000099',
  // Two chunks: one that prepares, one that makes the draft.
  fileOf: (name) => videoOf(`${name}.mp4`, 1500),
  loadDescription: loadTiktokDescription,
  createAdapter: (needs) => createTiktokAdapter({ ...needs, random: systemRandom, apiUrl: tiktokApiUrl, loginUrl: tiktokLoginUrl, chunkBytes: 700 }),
  createSession: (url) => createSession('tiktok', identityOf(url, fakeOpenId, 'Atelier'), plainOAuthSecret)
}

/** The same with posts that go out at once. */
export const tiktokDirect: AdapterUnderTest = {
  ...tiktok,
  name: 'TikTok, directly',
  remoteIdExample: 'v_pub_file~v2.123456789',
  neverSaysNone: true,
  createAdapter(needs) {
    const adapter = tiktok.createAdapter(needs)
    const { publisher } = adapter
    const withTerms = (draft: Draft): Draft => ({ ...draft, terms: { audience: 'everyone', allows: ['comments'], discloses: null } })
    return { ...adapter, publisher: { ...publisher, publish: (session, draft, intent) => publisher.publish(session, withTerms(draft), intent), findPublished: (session, draft, intent) => publisher.findPublished(session, withTerms(draft), intent) } }
  }
}

/** Every network, as the contract suites take it: one line for each. */
export const adaptersUnderTest: readonly AdapterUnderTest[] = [mastodon, bluesky, wordpress, discourse, telegram, discord, facebook, instagram, threads, x, linkedin, linkedinPage, pinterest, reddit, googleBusiness, youtube, dailymotion, tiktok]
