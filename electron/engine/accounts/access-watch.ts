import { describeAccess, dueAccessWarning } from '../../../shared/accounts/access.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { AccessNotices } from './access-notices.ts'
import type { AccountSessions } from './account-sessions.ts'
import type { LearnRights } from './learn-rights.ts'

export interface AccessWatch {
  start(): void
  lookNow(): void
  /** An account came or changed: it may be the first whose access ends. */
  accountsChanged(): void
  stop(): Promise<void>
}

export interface AccessWatchNeeds {
  readonly context: WorkspaceContext
  readonly sessions: Pick<AccountSessions, 'renew'>
  readonly notices: AccessNotices
  /** Begins and ends with it. */
  readonly learnRights: LearnRights
  list(): readonly Account[]
  announce(accountId: string): void
}

const lookEveryMs = 6 * 3_600_000

/** Says in time that an access will end: once for each of `accessWarningDays`, and not at all where Vigie can renew it by itself. */
export function createAccessWatch({ context, sessions, notices, learnRights, list, announce }: AccessWatchNeeds): AccessWatch {
  let isRunning = false
  let looking: Promise<void> | null = null
  let cancelNext: (() => void) | null = null

  function lookNow(): void {
    if (!isRunning) return
    cancelNext?.()
    cancelNext = null
    lookAgainLater()
    looking ??= lookAtAll().finally(() => (looking = null))
  }

  /** Most accounts have no end, and need no timer. */
  function lookAgainLater(): void {
    if (isRunning && cancelNext === null && list().some(({ accessEndsAt }) => accessEndsAt !== null)) cancelNext = context.clock.after(lookEveryMs, lookNow)
  }

  async function lookAtAll(): Promise<void> {
    for (const account of list()) {
      if (!isRunning) return
      try {
        await look(account)
      } catch (error) {
        context.log.error(`the access of account ${account.id} could not be looked at: ${error instanceof Error ? error.message : 'unknown'}`)
      }
    }
  }

  async function look(account: Account): Promise<void> {
    if (warningFor(account) === null) return
    const renewed = await sessions.renew(account.id)
    if (!isRunning) return
    if (renewed.ok) announce(account.id)
    // Nobody could be asked: it may renew itself the next time.
    else if (renewed.failure.kind !== 'auth_revoked') return
    const now = list().find(({ id }) => id === account.id)
    if (now !== undefined) tell(now)
  }

  function tell(account: Account): void {
    const days = warningFor(account)
    const access = describeAccess(account, context.clock.now())
    if (days === null || account.accessEndsAt === null || access.kind !== 'ends') return
    notices.note(account.id, account.accessEndsAt, days)
    announce(account.id)
    context.emit('alert.raised', { workspaceId: context.workspace().id, kind: 'access_ends', subjectId: account.id, title: account.handle, count: access.days })
  }

  /** The warning that is due and was not given; an account that waits for a login says so already. */
  function warningFor(account: Account): number | null {
    const { id, state, accessEndsAt } = account
    const days = dueAccessWarning(account, context.clock.now())
    return state !== 'connected' || accessEndsAt === null || days === null || notices.wasTold(id, accessEndsAt, days) ? null : days
  }

  return {
    start() {
      isRunning = true
      learnRights.start()
      lookNow()
    },
    lookNow,
    accountsChanged: lookAgainLater,
    async stop() {
      isRunning = false
      cancelNext?.()
      await Promise.all([looking, learnRights.stop()])
    }
  }
}
