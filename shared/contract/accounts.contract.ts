import { z } from 'zod'
import { accountSchema, unservedAccountSchema } from '../accounts/account.ts'
import { connectLimits } from '../accounts/connect-fields.ts'
import { assistedIds } from '../networks/assisted-networks.ts'
import { videoTypes } from '../media/media-item.ts'
import { networkIdSchema } from '../networks/network-id.ts'
import { pastedCredential } from '../text/pasted-credential.ts'
import { idSchema, instantSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const practiceMessage = z.object({
  id: z.string(),
  authorName: z.string(),
  handle: z.string(),
  isOwn: z.boolean(),
  text: z.string(),
  createdAt: instantSchema,
  likes: z.int(),
  boosts: z.int(),
  media: z.array(
    z.discriminatedUnion('kind', [
      /** `picture` is a `data:` address; null for what is too large to be handed over in one. */
      z.object({ kind: z.literal('picture'), description: z.string(), picture: z.string().nullable() }),
      /** Its content is handed over by `practice.readFilm`; its subtitles, as WebVTT, are here. */
      z.object({ kind: z.literal('film'), description: z.string(), mediaId: z.int(), mediaType: z.enum(videoTypes), captions: z.array(z.object({ language: z.string(), vtt: z.string() })) })
    ])
  )
})
export type PracticeMessage = z.infer<typeof practiceMessage>

const practicePageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), before: z.array(practiceMessage), post: practiceMessage, answers: z.array(practiceMessage) }),
  z.object({ kind: z.literal('article'), title: z.string(), source: z.string(), author: z.string(), text: z.string(), publishedAt: instantSchema })
])

/** One of the accounts that a login opens. */
export const loginChoiceSchema = z.object({ remoteId: z.string().min(1).max(512), displayName: z.string(), handle: z.string() })
export type LoginChoice = z.infer<typeof loginChoiceSchema>

const serverAddress = z.string().trim().min(1).max(connectLimits.serverUrl)

export const accountsContract = {
  'accounts.list': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope }),
    output: z.object({
      accounts: z.array(accountSchema),
      /** Removed from the client: for what went out from them, and for nothing else. */
      removed: z.array(accountSchema),
      unserved: z.array(unservedAccountSchema),
      /** Accounts whose access ends soon, where the user has been told and has not put the notice away. */
      accessNotices: z.array(idSchema)
    })
  }),
  /** An app password or key that the user made on the network. Goes straight to the network and the keychain. */
  'accounts.connectWithAppPassword': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({
      ...workspaceScope,
      networkId: networkIdSchema,
      /** Bluesky: the PDS, `https://bsky.social` by default. WordPress: the address of the site. */
      serverUrl: serverAddress,
      identifier: z.string().overwrite(pastedCredential).min(1).max(connectLimits.identifier),
      appPassword: z.string().overwrite(pastedCredential).min(1).max(connectLimits.appPassword),
      /** The account that is connected again; see `accounts.beginBrowserLogin`. */
      accountId: idSchema.optional()
    }),
    output: accountSchema
  }),
  /** A network where the user publishes: `assistedId` of `assistedNetworks`, or `own` for one that they name. Nothing is asked there. */
  'accounts.addAssisted': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, assistedId: z.enum(assistedIds), networkName: z.string().trim().min(1).max(connectLimits.networkName), address: serverAddress, handle: z.string().trim().min(1).max(connectLimits.handle) }),
    output: accountSchema
  }),
  /**
   * Opens the login page in the system's browser; the answer comes as the event `accounts.loginFinished`. Fails with `own_app_missing` (details: `network`) where the
   * network needs an app of the user's own and there is none, and with `login_port_taken` when another program listens where the login would come back. With `accountId` it is that account which is
   * connected again: coming back as another one, the login fails with `other_account` (details: `handle`, `came`) and nothing is changed. `identifier`: the handle, where
   * the login begins with it (Bluesky); the login of another account then fails in the same way. `withMore`: the rights that an
   * app may be without (`ownApp.moreScopes`) are asked for too.
   */
  'accounts.beginBrowserLogin': request({
    handledBy: 'main',
    effect: 'write',
    input: z.object({ ...workspaceScope, loginId: idSchema, networkId: networkIdSchema, serverUrl: serverAddress, identifier: z.string().overwrite(pastedCredential).min(1).max(connectLimits.identifier).optional(), accountId: idSchema.optional(), withMore: z.boolean().optional() }),
    output: z.object({ loginId: idSchema })
  }),
  'accounts.cancelBrowserLogin': request({ handledBy: 'main', effect: 'write', input: z.object({ loginId: idSchema }), output: z.object({}) }),
  /**
   * The address on which the browser ended, for logins that do not come back by themselves. Fails with `invalid_input` when it is not the one of this login; the login
   * then goes on.
   */
  'accounts.finishBrowserLogin': request({ handledBy: 'main', effect: 'write', input: z.object({ loginId: idSchema, address: z.string().trim().max(8_192) }), output: z.object({}) }),
  /** Which of the accounts that the login opens is connected; see the event `accounts.loginChoice`. Fails with `login_cancelled` when the login no longer waits. */
  'accounts.chooseForLogin': request({ handledBy: 'engine', effect: 'write', input: z.object({ loginId: idSchema, remoteId: loginChoiceSchema.shape.remoteId }), output: z.object({}) }),
  /** Asks the network who we are; updates state, name and limits. */
  'accounts.check': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, accountId: idSchema }), output: accountSchema }),
  /**
   * Renews the access without the user where the network can. `needs_login`: only the user can, by a new login; the access that is there stays as it is.
   */
  'accounts.renew': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, accountId: idSchema }),
    output: z.object({ outcome: z.enum(['renewed', 'needs_login']) })
  }),
  /** Puts the notice about the end of the account's access away; the next one, nearer to the end, comes all the same. */
  'accounts.dismissAccessNotice': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, accountId: idSchema }), output: z.object({}) }),
  /** Deletes the secret first, then the row; posts already published and conversations stay as history. Scheduled jobs of the account are cancelled. */
  'accounts.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, accountId: idSchema }), output: z.object({}) }),

  /** Makes a workspace of kind `practice`, connects its account and fills it with a believable month. */
  'practice.start': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ workspaceId: idSchema, language: z.enum(['en', 'fr']), timeZone: z.string() }),
    output: z.object({ workspaceId: idSchema })
  }),
  'practice.read': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope }),
    output: z.object({ pace: z.enum(['paused', 'calm', 'lively', 'storm']), members: z.int(), hasSecondAccount: z.boolean() })
  }),
  /** What lies at an address of the workspace's practice network: no browser can open it. */
  'practice.readPage': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, url: z.string().max(2_048) }), output: practicePageSchema }),
  /** A film of the page at that address. */
  'practice.readFilm': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, url: z.string().max(2_048), mediaId: z.int() }), output: z.object({ bytes: z.instanceof(Uint8Array) }) }),
  /** Makes the client's second practice account, on a smaller server with shorter posts; the same one when it is there. */
  'practice.addAccount': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope }), output: accountSchema }),
  'practice.setPace': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, pace: z.enum(['paused', 'calm', 'lively', 'storm']) }),
    output: z.object({})
  })
} as const
