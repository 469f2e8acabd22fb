import type { Account } from '../../../shared/accounts/account.ts'
import { succeed, type Result } from '../../../shared/contract/result.ts'
import { practiceCapabilities } from '../../../shared/networks/practice-capabilities.ts'
import type { AccountsFeature } from '../accounts/create-accounts.ts'
import type { AccountIdentity } from '../networks/network-connect.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import type { PracticePlace } from './practice-places.ts'
import type { PracticeRecord } from './record/practice-record.ts'

export interface ConnectPlaceNeeds {
  readonly place: PracticePlace
  readonly record: PracticeRecord
  readonly secrets: EngineSecrets
  readonly accounts: Pick<AccountsFeature, 'service' | 'saveConnection'>
}

/** The workspace's account at a place, as after a login; the one that is there when it was made before. The identity is what the adapter would have been told. */
export async function connectPlace({ place, record, secrets, accounts }: ConnectPlaceNeeds): Promise<Result<Account>> {
  const serverUrl = `http://${place.name}`
  const known = accounts.service.list().find((account) => account.networkId === 'practice' && account.serverUrl === serverUrl)
  if (known !== undefined) return succeed(known)
  const own = record.members.own()
  const { text, images } = practiceCapabilities
  const identity: AccountIdentity = {
    handle: `@${own.handle}@${place.name}`,
    displayName: own.name,
    serverUrl,
    remoteId: own.id,
    accessEndsAt: null,
    serverLimits: { maxCharacters: place.maxCharacters ?? text.max.value, charactersPerUrl: text.charactersPerUrl.value, maxMedia: images.maxCount.value }
  }
  const secret = await secrets.get(`first login at ${place.name}`)
  if (!secret.ok) return secret
  return accounts.saveConnection({ networkId: 'practice', identity, secret: secret.value ?? '' })
}
