import { costOfText, leftOfCap, monthOf, type PostCost } from '../../../shared/costs/post-cost.ts'
import { succeed } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { JobPayload } from '../outbox/job-payload.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createCostsRepository } from './costs-repository.ts'

export interface CostsFeature extends Feature {
  /** Why a job must not leave now: it would cost more than is left of the month's cap. null: it may. Inside the transaction that claims it. */
  objectionToJob(job: PayableJob): StudioError | null
}

interface PayableJob {
  readonly id: string
  readonly accountId: string
  readonly payload: JobPayload | null
}

export interface CostsNeeds {
  readonly accounts: Pick<AccountsService, 'read'>
  readonly outbox: Pick<OutboxService, 'onSettled' | 'listOnTheirWay'>
}

/** Counts what networks ask for posts, each once, in the transaction that confirms it; keeps the client below its cap. */
export function createCosts(context: WorkspaceContext, { accounts, outbox }: CostsNeeds): CostsFeature {
  const repository = createCostsRepository(context.database)

  function costOf({ accountId, payload }: PayableJob): PostCost | null {
    const account = accounts.read(accountId)
    return account === null || payload?.effect !== 'create' || payload.audience !== 'public' ? null : costOfText(payload.text, capabilitiesOf(account.networkId))
  }

  const monthAt = (instant: number): string => monthOf(toLocalDateTime(instant, context.workspace().timeZone))

  function possible(exceptJobId: string | null): { readonly posts: number; readonly mills: number } {
    const costs = outbox.listOnTheirWay().flatMap((job) => (job.id === exceptJobId ? [] : (costOf(job)?.mills ?? [])))
    return { posts: costs.length, mills: costs.reduce((sum, mills) => sum + mills, 0) }
  }

  const endSettled = outbox.onSettled(({ job, payload }) => {
    const cost = job.state === 'published' ? costOf({ id: job.id, accountId: job.accountId, payload }) : null
    const now = context.clock.now()
    if (cost !== null) repository.add(job.id, monthAt(now), cost, now)
  })

  return {
    objectionToJob(job) {
      const cap = context.workspace().safety.monthlyCapMills
      const cost = cap === null ? null : costOf(job)
      if (cost === null) return null
      const left = leftOfCap(cap, repository.spentIn(monthAt(context.clock.now())), possible(job.id).mills)
      if (left === null || cost.mills <= left) return null
      return studioError('over_cap', 'it would cost more than the cap of this month leaves', { details: { mills: cost.mills, left } })
    },
    handlers: {
      'costs.read': () => succeed({ month: monthAt(context.clock.now()), months: [...repository.months()], possible: possible(null) })
    },
    stop: () => endSettled()
  }
}
