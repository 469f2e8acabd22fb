import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from '../../../shared/accounts/account.ts'
import { fail, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { connectPlace } from './connect-place.ts'
import type { Language } from './language.ts'
import { addPictures } from './month/add-pictures.ts'
import type { FillNeeds } from './month/fill-workspace.ts'
import { prepareNetwork, type PreparedMonth } from './month/prepare-network.ts'
import { writeWorkspaceInbox } from './month/write-workspace-inbox.ts'
import { writeWorkspacePosts } from './month/write-workspace-posts.ts'
import { secondPlace } from './practice-places.ts'
import type { PracticeNetwork } from './practice-network.ts'
import type { PracticeRecord } from './record/practice-record.ts'

export interface SecondAccountNeeds extends Pick<FillNeeds, 'accounts' | 'media' | 'outbox'> {
  readonly context: WorkspaceContext
  /** The network of the second place, opened (and made) at the first call. */
  network(): PracticeNetwork
}

/** Whether the workspace has a second place already. */
export function hasSecondPlace(folder: string): boolean {
  return existsSync(join(folder, secondPlace.databaseName)) || existsSync(join(folder, secondPlace.backupsName))
}

/**
 * Makes the second place with what was said there of late, connects the business's account and writes Vigie's own books of it; done twice,
 * the same account comes back and nothing is written again.
 */
export async function addSecondAccount(needs: SecondAccountNeeds, language: Language | null): Promise<Result<Account>> {
  if (language === null) return fail(studioError('not_found', 'the practice network of this workspace has not been filled', { details: { what: 'practice' } }))
  const { context } = needs
  const second = needs.network()
  const record = await second.record()
  if (!record.ok) return record
  const { id: workspaceId, name: clientName, timeZone } = context.workspace()
  const month = await prepareNetwork({ record: record.value, place: secondPlace, workspaceId, clientName, language, timeZone, now: context.clock.now() })
  const woken = await second.wake()
  if (!woken.ok) return woken
  const isFilled = record.value.facts.read('workspace.filled') !== null
  if (!isFilled) {
    const pictures = await addPictures({ workspaceId, media: needs.media, month })
    if (!pictures.ok) return pictures
  }
  const account = await connectPlace({ place: secondPlace, record: record.value, secrets: second.secrets, accounts: needs.accounts })
  if (!account.ok || isFilled) return account
  writeBooks(needs, record.value, month, account.value.id)
  record.value.facts.write('workspace.filled', context.clock.now())
  return account
}

/** In one transaction. Nothing where a crash came between this and its mark, nor where the place was made empty by an older version. */
function writeBooks({ context, outbox }: SecondAccountNeeds, record: PracticeRecord, month: PreparedMonth, accountId: string): void {
  const { database, random } = context
  const { id: workspaceId, timeZone } = context.workspace()
  const isThere = database.prepare('SELECT 1 FROM outbox_jobs WHERE account_id = ? LIMIT 1').get(accountId) !== undefined
  if (isThere || month.written.posts.size === 0) return
  const { jobIds } = database.transaction(() => {
    writeWorkspaceInbox({ database, random, record, accountId, place: secondPlace, timeZone, month })
    return writeWorkspacePosts({ database, workspaceId, timeZone, accountId, place: secondPlace, outbox, month })
  }).immediate()
  outbox.wake(jobIds)
  context.emit('posts.changed', { workspaceId, ids: [] })
  context.emit('inbox.changed', { workspaceId, ids: [] })
  context.emit('counts.changed', {})
}
