import type { Account } from '../../../../shared/accounts/account.ts'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { Result } from '../../../../shared/contract/result.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import type { Workspace } from '../../../../shared/workspaces/workspace.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { showFailure } from '../../../components/show-failure.ts'
import type { Language } from '../../../language/languages.ts'
import { ledgerRows, type LedgerTexts } from './ledger-rows.ts'
import { writeCsv } from './write-csv.ts'

const pageSize = 1000

/** Saves the whole ledger of a client as CSV where the user's downloads go. French spreadsheets part cells by semicolons. */
export async function exportLedger({ id, name, timeZone }: Workspace, accounts: readonly Account[], language: Language, t: LedgerTexts): Promise<void> {
  const jobs: Job[] = []
  for (let after: number | null = 0; after !== null; ) {
    const answer: Result<RequestOutput<'outbox.export'>> = await studio.request('outbox.export', { workspaceId: id, after, limit: pageSize })
    if (!answer.ok) return showFailure(answer.error, id)
    jobs.push(...answer.value.jobs)
    after = answer.value.next
  }
  const csv = writeCsv(ledgerRows({ jobs, accounts, timeZone }, t), language === 'fr' ? ';' : ',')
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${t('ledger:csv.fileName', { client: name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase() })}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
