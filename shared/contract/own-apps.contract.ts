import { z } from 'zod'
import { connectLimits } from '../accounts/connect-fields.ts'
import { networkIdSchema } from '../networks/network-id.ts'
import { ownAppScopes } from '../networks/own-app.ts'
import { pastedCredential } from '../text/pasted-credential.ts'
import { workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const scope = z.enum(ownAppScopes)
const credential = z.string().overwrite(pastedCredential)

/** Apps that the user made at a network. What they consist of goes in and never comes out: a page learns only that there is one. */
export const ownAppsContract = {
  /** Which networks have an app, and for whom it counts. A client's own goes before the studio's. `isPasted`: its logins end on an https page, whose address is pasted. */
  'ownApps.list': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ apps: z.array(z.object({ networkId: networkIdSchema, scope, isPasted: z.boolean() })) }) }),
  /**
   * Asks the network whether the app is right, then puts it into the keychain. `not_told`: the network only says so at a login. Fails with `own_app_refused`
   * (details: `network`) and keeps nothing.
   */
  'ownApps.save': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({
      ...workspaceScope,
      networkId: networkIdSchema,
      scope,
      clientId: credential.min(1).max(connectLimits.clientId),
      /** Empty: a public app, which has none. */
      clientSecret: credential.max(connectLimits.clientSecret),
      /** The https address that the app's logins come back to; empty where they come back to this computer. */
      redirectUri: z.string().trim().max(connectLimits.redirectUri)
    }),
    output: z.object({ checked: z.enum(['accepted', 'not_told']) })
  }),
  /** Accounts that were connected with it go on until their access has to be renewed. */
  'ownApps.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, networkId: networkIdSchema, scope }), output: z.object({}) })
} as const
