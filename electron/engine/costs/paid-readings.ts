import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { mostOfCall, priceOfReading, type PaidMessagesRule, type PaidReading } from '../../../shared/networks/paid-messages.ts'
import type { CostsRepository } from './costs-repository.ts'

/** What reading private messages costs at networks that charge for it. */
export interface PaidReadings {
  /** Before the call: counts the most that it can cost, which stays should nobody learn what it brought. Fails with `over_cap` when the month's cap leaves less. Gives the id of this reading. */
  reserve(accountId: string, rule: PaidMessagesRule): Result<string>
  /** What the answer held; null: certainly nothing was charged. May be called in a transaction. */
  settle(readingId: string, rule: PaidMessagesRule, paid: PaidReading | null): void
}

export interface PaidReadingsNeeds {
  readonly repository: CostsRepository
  newId(): string
  now(): number
  /** The month that runs, by the client's clocks. */
  month(): string
  /** What the cap still leaves; null: there is none. */
  leftOfMonth(): number | null
}

export function createPaidReadings({ repository, newId, now, month, leftOfMonth }: PaidReadingsNeeds): PaidReadings {
  return {
    reserve(accountId, rule) {
      const mills = mostOfCall(rule)
      const left = leftOfMonth()
      if (left !== null && mills > left) return fail(studioError('over_cap', 'reading could cost more than the cap of this month leaves', { details: { mills, left, reason: 'reading' } }))
      const id = newId()
      repository.addReading({ id, accountId, month: month(), messages: 0, mills }, now())
      return succeed(id)
    },
    settle(readingId, rule, paid) {
      if (paid === null || paid.messages + paid.people === 0) repository.removeReading(readingId)
      else repository.settleReading(readingId, { messages: paid.messages, mills: priceOfReading(rule, paid) })
    }
  }
}
