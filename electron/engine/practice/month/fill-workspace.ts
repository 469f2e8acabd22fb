import { succeed, type Result } from '../../../../shared/contract/result.ts'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { AccountsFeature } from '../../accounts/create-accounts.ts'
import type { MediaFeature } from '../../media/create-media.ts'
import type { OutboxService } from '../../outbox/outbox-service.ts'
import type { Feature } from '../../workspaces/feature.ts'
import type { WorkspaceContext } from '../../workspaces/workspace-context.ts'
import type { Language } from '../language.ts'
import { connectPlace } from '../connect-place.ts'
import { firstPlace } from '../practice-places.ts'
import type { PracticeNetwork } from '../practice-network.ts'
import type { PracticeRecord } from '../record/practice-record.ts'
import { prepareNetwork, type PreparedMonth } from './prepare-network.ts'
import { addPictures } from './add-pictures.ts'
import { writeWorkspaceInbox } from './write-workspace-inbox.ts'
import { writeWorkspacePosts } from './write-workspace-posts.ts'
import { ruleIdOf, writeWorkspaceWatch } from './write-workspace-watch.ts'

export interface FillNeeds {
  readonly network: PracticeNetwork
  readonly accounts: Pick<AccountsFeature, 'service' | 'saveConnection'>
  readonly media: Pick<MediaFeature, 'handlers'>
  readonly outbox: Pick<OutboxService, 'enqueue' | 'wake'>
  readonly watch: Pick<Feature, 'handlers' | 'systemResumed'>
}

export type FillPractice = (language: Language) => Promise<Result<null>>

/**
 * Fills a practice workspace: people and month on the network, the account, the pictures, then Vigie's own books of that month in one
 * transaction. Every step may be done twice; after a crash the next call goes on where it was.
 */
export function createFillWorkspace(context: WorkspaceContext, needs: FillNeeds): FillPractice {
  const workspaceId = context.workspace().id
  let running: Promise<Result<null>> | null = null

  async function fill(language: Language): Promise<Result<null>> {
    const record = await needs.network.record()
    if (!record.ok) return record
    const { facts } = record.value
    if (facts.read('workspace.filled') !== null && knownAccount() !== undefined) return needs.network.wake()
    const month = await prepareNetwork({ record: record.value, place: firstPlace, workspaceId, clientName: context.workspace().name, language, timeZone: context.workspace().timeZone, now: context.clock.now() })
    const woken = await needs.network.wake()
    if (!woken.ok) return woken
    const account = await connectPlace({ place: firstPlace, record: record.value, secrets: needs.network.secrets, accounts: needs.accounts })
    if (!account.ok) return account
    if (facts.read('workspace.filled') !== null) return succeed(null)
    const pictures = await addPictures({ workspaceId, media: needs.media, month })
    if (!pictures.ok) return pictures
    writeBooks(record.value, month, account.value.id)
    const told = await tellWatch(month)
    if (!told.ok) return told
    facts.write('workspace.filled', context.clock.now())
    return succeed(null)
  }

  const knownAccount = (): Account | undefined => needs.accounts.service.list().find((account) => account.networkId === 'practice')

  /** Saved once more through the watch itself, which keeps its rules ready in memory, and wakes its poller. */
  async function tellWatch({ business }: PreparedMonth): Promise<Result<null>> {
    for (const { name, query } of business.rules) {
      const saved = await needs.watch.handlers['watch.saveRule']?.({ workspaceId, ruleId: ruleIdOf(workspaceId, name), name, query })
      if (saved?.ok === false) return saved
    }
    needs.watch.systemResumed?.()
    return succeed(null)
  }

  function writeBooks(record: PracticeRecord, month: PreparedMonth, accountId: string): void {
    const { database, random } = context
    const { timeZone } = context.workspace()
    const isThere = database.prepare('SELECT 1 FROM account_cursors WHERE account_id = ?').get(accountId) !== undefined
    if (isThere && database.prepare('SELECT 1 FROM posts LIMIT 1').get() !== undefined) return
    const { jobIds } = database.transaction(() => {
      writeWorkspaceInbox({ database, random, record, accountId, place: firstPlace, timeZone, month })
      writeWorkspaceWatch({ database, workspaceId, random, record, month })
      return writeWorkspacePosts({ database, workspaceId, timeZone, accountId, place: firstPlace, outbox: needs.outbox, month })
    }).immediate()
    needs.outbox.wake(jobIds)
    context.emit('posts.changed', { workspaceId, ids: [] })
    context.emit('inbox.changed', { workspaceId, ids: [] })
    context.emit('watch.changed', { workspaceId, ids: [] })
    context.emit('counts.changed', {})
  }

  return (language) => {
    running ??= fill(language).finally(() => (running = null))
    return running
  }
}
