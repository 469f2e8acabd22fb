import { costOfMessage, costOfText, leftOfCap, monthOf, type PostCost } from '../../../shared/costs/post-cost.ts'
import { succeed } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import { priceOfReading, type PaidReading } from '../../../shared/networks/paid-messages.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { JobPayload } from '../outbox/job-payload.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createCostsRepository } from './costs-repository.ts'
import { createPaidReadings, type PaidReadings } from './paid-readings.ts'

export interface CostsFeature extends Feature {
  /** Why a job must not leave now: it would cost more than is left of the month's cap. null: it may. Inside the transaction that claims it. */
  objectionToJob(job: PayableJob): StudioError | null
  readonly readings: PaidReadings
  /** Private messages were read while something that may have arrived was looked for. */
  noteReading(accountId: string, paid: PaidReading): void
}

interface PayableJob {
  readonly id: string
  readonly accountId: string
  readonly payload: JobPayload | null
}

type JobCost = PostCost & { readonly isMessage: boolean }

export interface CostsNeeds {
  readonly accounts: Pick<AccountsService, 'read'>
  readonly outbox: Pick<OutboxService, 'onSettled' | 'listOnTheirWay'>
}

/** Counts what networks ask for posts and private messages, each once, in the transaction that confirms it; keeps the client below its cap. */
export function createCosts(context: WorkspaceContext, { accounts, outbox }: CostsNeeds): CostsFeature {
  const repository = createCostsRepository(context.database)

  function costOf({ accountId, payload }: PayableJob): JobCost | null {
    const account = accounts.read(accountId)
    if (account === null || (payload?.effect !== 'create' && payload?.effect !== 'edit')) return null
    const network = capabilitiesOf(account.networkId)
    if (payload.effect === 'edit') return costOfEdit(payload.text, network)
    const isMessage = payload.audience === 'message'
    const cost = isMessage ? costOfMessage(network) : costOfText(payload.text, network)
    return cost === null ? null : { ...cost, isMessage }
  }

  /** A change that is a post of its own there is charged as one. */
  function costOfEdit(text: string, network: NetworkCapabilities): JobCost | null {
    const cost = network.edit.makesAnother === undefined ? null : costOfText(text, network)
    return cost === null ? null : { ...cost, isMessage: false }
  }

  const monthAt = (instant: number): string => monthOf(toLocalDateTime(instant, context.workspace().timeZone))
  const month = (): string => monthAt(context.clock.now())

  function possible(exceptJobId: string | null): { readonly posts: number; readonly mills: number } {
    const costs = outbox.listOnTheirWay().flatMap((job) => (job.id === exceptJobId ? [] : (costOf(job)?.mills ?? [])))
    return { posts: costs.length, mills: costs.reduce((sum, mills) => sum + mills, 0) }
  }

  const leftOfMonth = (exceptJobId: string | null): number | null => leftOfCap(context.workspace().safety.monthlyCapMills, repository.spentIn(month()), possible(exceptJobId).mills)

  const endSettled = outbox.onSettled(({ job, payload }) => {
    const cost = job.state === 'published' ? costOf({ id: job.id, accountId: job.accountId, payload }) : null
    const now = context.clock.now()
    if (cost !== null) repository.add(job.id, monthAt(now), cost, now)
  })

  function noteReading(accountId: string, paid: PaidReading): void {
    const account = accounts.read(accountId)
    const rule = account === null ? undefined : capabilitiesOf(account.networkId).paidMessages
    if (rule === undefined || paid.messages + paid.people === 0) return
    repository.addReading({ id: context.random.id(), accountId, month: month(), messages: paid.messages, mills: priceOfReading(rule, paid) }, context.clock.now())
  }

  return {
    noteReading,
    objectionToJob(job) {
      const cost = costOf(job)
      const left = cost === null ? null : leftOfMonth(job.id)
      if (cost === null || left === null || cost.mills <= left) return null
      return studioError('over_cap', 'it would cost more than the cap of this month leaves', { details: { mills: cost.mills, left, ...(cost.isMessage ? { reason: 'message' } : {}) } })
    },
    readings: createPaidReadings({ repository, newId: () => context.random.id(), now: () => context.clock.now(), month, leftOfMonth: () => leftOfMonth(null) }),
    handlers: {
      'costs.read': () => succeed({ month: month(), months: [...repository.months()], possible: possible(null) })
    },
    stop: () => endSettled()
  }
}
