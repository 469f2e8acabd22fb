import type { RequestOutput } from '../../../shared/contract/request-map.ts'

/** What the month that runs has cost, with what may have arrived. */
export function spentThisMonth({ month, months, possible }: RequestOutput<'costs.read'>): number {
  return (months.find((one) => one.month === month)?.mills ?? 0) + possible.mills
}
