import { isDeepStrictEqual } from 'node:util'
import type { Account } from '../../../shared/accounts/account.ts'
import { limitsAfterReading } from '../../../shared/accounts/server-limits.ts'
import type { AccountsRepository } from './accounts-repository.ts'
import type { AccountsService } from './accounts-service.ts'

export interface NoteLimitsNeeds {
  readonly repository: Pick<AccountsRepository, 'setServerLimits' | 'find'>
  read(accountId: string): Account | null
  now(): number
  announce(accountId: string): void
}

/** Keeps what an account's server just told, and when. Pages are told only where anything is other than before. */
export function createNoteLimits({ repository, read, now, announce }: NoteLimitsNeeds): Pick<AccountsService, 'noteLimits' | 'limitsReadAt'> {
  return {
    noteLimits(accountId, told) {
      const account = read(accountId)
      if (account === null) return
      const limits = limitsAfterReading(account.serverLimits, told)
      repository.setServerLimits(accountId, limits, now())
      if (!isDeepStrictEqual(account.serverLimits, limits)) announce(accountId)
    },
    limitsReadAt: (accountId) => repository.find(accountId)?.limitsReadAt ?? null
  }
}
