import { z } from 'zod'
import { succeed, type Result } from '../../../shared/contract/result.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds, type NetworkId } from '../../../shared/networks/network-id.ts'
import { ownAppScopes, type OwnAppScope } from '../../../shared/networks/own-app.ts'
import { parseJson } from '../http/parse-json.ts'
import type { AppCredentials } from '../networks/network-session.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'

/** The user's own apps, which lie in the keychain and nowhere else: no row says that there is one. */
export interface OwnApps {
  /** The client's own, else the studio's; with `clientId` only the one of that id. */
  find(networkId: NetworkId, clientId?: string): Promise<Result<AppCredentials | null>>
  /** Which of them stand there; the one that counts for each network. */
  look(networkId: NetworkId): Promise<Result<{ scope: OwnAppScope; isPasted: boolean } | null>>
  save(networkId: NetworkId, scope: OwnAppScope, app: AppCredentials): Promise<Result<null>>
  remove(networkId: NetworkId, scope: OwnAppScope): Promise<Result<null>>
}

const storedSchema = z.object({ clientId: z.string().min(1), clientSecret: z.string().nullable(), redirectUri: z.string().nullable() })

const referenceOf = (place: string, networkId: NetworkId): string => `${place}:app:${networkId}`

/** Where a client's own apps may lie in the keychain: they go with the client. */
export function ownAppReferencesOf(workspaceId: string): readonly string[] {
  return networkIds.filter((networkId) => capabilitiesOf(networkId).ownApp !== undefined).map((networkId) => referenceOf(workspaceId, networkId))
}

export function createOwnApps(secrets: EngineSecrets, workspaceId: string): OwnApps {
  const placeOf = (scope: OwnAppScope): string => (scope === 'studio' ? 'studio' : workspaceId)

  async function read(networkId: NetworkId, scope: OwnAppScope): Promise<Result<AppCredentials | null>> {
    const stored = await secrets.get(referenceOf(placeOf(scope), networkId))
    if (!stored.ok || stored.value === null) return stored.ok ? succeed(null) : stored
    const parsed = storedSchema.safeParse(parseJson(stored.value))
    return succeed(parsed.success ? parsed.data : null)
  }

  /** Asks from the nearest on; ends at the first that fits. */
  async function firstOf(networkId: NetworkId, fits: (app: AppCredentials) => boolean): Promise<Result<{ scope: OwnAppScope; app: AppCredentials } | null>> {
    for (const scope of ownAppScopes) {
      const app = await read(networkId, scope)
      if (!app.ok) return app
      if (app.value !== null && fits(app.value)) return succeed({ scope, app: app.value })
    }
    return succeed(null)
  }

  return {
    async find(networkId, clientId) {
      const found = await firstOf(networkId, (app) => clientId === undefined || app.clientId === clientId)
      return found.ok ? succeed(found.value?.app ?? null) : found
    },
    async look(networkId) {
      const found = await firstOf(networkId, () => true)
      if (!found.ok || found.value === null) return found.ok ? succeed(null) : found
      return succeed({ scope: found.value.scope, isPasted: found.value.app.redirectUri !== null })
    },
    save: (networkId, scope, app) => secrets.put(referenceOf(placeOf(scope), networkId), JSON.stringify(app)),
    remove: (networkId, scope) => secrets.delete(referenceOf(placeOf(scope), networkId))
  }
}
