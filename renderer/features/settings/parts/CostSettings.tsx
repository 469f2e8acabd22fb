import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { xCapabilities } from '../../../../shared/networks/x-capabilities.ts'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { SectionHeader } from '../../../components/SectionHeader.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { Table, type TableColumn } from '../../../components/Table.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { readDollars } from '../../costs/read-dollars.ts'
import styles from '../Screen.module.css'

type Month = RequestOutput<'costs.read'>['months'][number]

/** What this client's posts and private messages cost, month by month, and how much they may cost. */
export function CostSettings({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('costs')
  const formats = useFormats()
  const workspace = useWorkspace(workspaceId)
  const [costs, reload] = useRequest('costs.read', { workspaceId }, ['outbox.changed'])
  if (workspace === undefined || workspace.kind === 'practice') return null
  const { plain } = xCapabilities.price ?? {}
  return (
    <section className={styles.section}>
      <SectionHeader title={t('title')} text={t('text', { network: xCapabilities.name, date: plain === undefined ? '' : formats.longDay(Date.parse(plain.readOn), 'UTC') })} />
      <div className={styles.card}>
        <CapForm workspaceId={workspaceId} cap={workspace.safety.monthlyCapMills} />
        {costs.kind === 'loading' ? <LoadingState shape="table" rows={3} /> : costs.kind === 'failed' ? <ErrorState size="small" error={costs.error} onRetry={reload} /> : <Months costs={costs.value} />}
      </div>
    </section>
  )
}

/** What each month has cost, and what may have been charged besides. */
function Months({ costs: { months, possible } }: { readonly costs: RequestOutput<'costs.read'> }): React.JSX.Element {
  const { t } = useTranslation('costs')
  const formats = useFormats()
  const hasMessages = months.some(({ messagesSent, messagesRead }) => messagesSent + messagesRead > 0)
  const messageColumns: readonly TableColumn<Month>[] = [
    { id: 'sent', header: t('column.messagesSent'), align: 'end', cell: ({ messagesSent }) => formats.number(messagesSent) },
    { id: 'read', header: t('column.messagesRead'), align: 'end', cell: ({ messagesRead }) => formats.number(messagesRead) }
  ]
  return (
    <>
      {months.length === 0 ? (
        <p className={styles.quiet}>{t('none')}</p>
      ) : (
        <Table<Month>
          caption={t('tableCaption')}
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            { id: 'month', header: t('column.month'), cell: ({ month }) => formats.month(Date.parse(`${month}-15`), 'UTC') },
            { id: 'posts', header: t('column.posts'), align: 'end', cell: ({ posts }) => formats.number(posts) },
            { id: 'links', header: t('column.withLink'), align: 'end', cell: ({ withLink }) => formats.number(withLink) },
            ...(hasMessages ? messageColumns : []),
            { id: 'cost', header: t('column.cost'), align: 'end', cell: ({ mills }) => formats.dollars(mills) }
          ]}
        />
      )}
      {possible.posts > 0 && <p className={styles.quiet}>{t('possible', { count: possible.posts, amount: formats.dollars(possible.mills) })}</p>}
    </>
  )
}

function written(mills: number, locale: string): string {
  const amount = (mills / 1000).toFixed(2)
  return locale.startsWith('fr') ? amount.replace('.', ',') : amount
}

function CapForm({ workspaceId, cap }: { readonly workspaceId: string; readonly cap: number | null }): React.JSX.Element {
  const { t } = useTranslation('costs')
  const formats = useFormats()
  const [text, setText] = useState(cap === null ? '' : written(cap, formats.locale))
  const read = readDollars(text)

  async function handleSave(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (read.kind === 'unreadable') return
    const answer = await studio.request('workspaces.update', { workspaceId, changes: { safety: { monthlyCapMills: read.mills } } })
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t('capSaved') })
    else showFailure(answer.error, workspaceId)
  }

  return (
    <form className={styles.line} onSubmit={(event) => void handleSave(event)}>
      <TextField label={t('cap')} hint={t('capHint')} error={read.kind === 'unreadable' ? t('capUnreadable') : undefined} inputMode="decimal" value={text} onChange={setText} />
      <Button type="submit" disabled={read.kind === 'unreadable' || read.mills === cap}>
        {t('capSave')}
      </Button>
    </form>
  )
}
