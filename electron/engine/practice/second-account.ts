import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from '../../../shared/accounts/account.ts'
import { fail, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsFeature } from '../accounts/create-accounts.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { connectPlace } from './connect-place.ts'
import type { Language } from './language.ts'
import { prepareNetwork } from './month/prepare-network.ts'
import { secondPlace } from './practice-places.ts'
import type { PracticeNetwork } from './practice-network.ts'

export interface SecondAccountNeeds {
  readonly context: WorkspaceContext
  readonly accounts: Pick<AccountsFeature, 'service' | 'saveConnection'>
  /** The network of the second place, opened (and made) at the first call. */
  network(): PracticeNetwork
}

/** Whether the workspace has a second place already. */
export function hasSecondPlace(folder: string): boolean {
  return existsSync(join(folder, secondPlace.databaseName)) || existsSync(join(folder, secondPlace.backupsName))
}

/** Makes the second place and connects the business's account there; done twice, the same account comes back. */
export async function addSecondAccount({ context, accounts, network }: SecondAccountNeeds, language: Language | null): Promise<Result<Account>> {
  if (language === null) return fail(studioError('not_found', 'the practice network of this workspace has not been filled', { details: { what: 'practice' } }))
  const second = network()
  const record = await second.record()
  if (!record.ok) return record
  const { id: workspaceId, timeZone } = context.workspace()
  await prepareNetwork({ record: record.value, place: secondPlace, workspaceId, language, timeZone, now: context.clock.now() })
  const woken = await second.wake()
  if (!woken.ok) return woken
  return connectPlace({ place: secondPlace, record: record.value, secrets: second.secrets, accounts })
}
