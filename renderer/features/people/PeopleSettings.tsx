import type { TFunction } from 'i18next'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { networkIds } from '../../../shared/networks/network-id.ts'
import type { Person } from '../../../shared/people/person.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { SectionHeader } from '../../components/SectionHeader.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { Table } from '../../components/Table.tsx'
import { useWorkspace } from '../../shell/studio-store.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import styles from './People.module.css'
import { PersonDialog } from './PersonDialog.tsx'

/** Everybody whom the client's texts mention, with the names on the networks: changed and deleted here. Texts that mention them keep what they have. */
export function PeopleSettings({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element {
  const { t } = useTranslation('people')
  const client = useWorkspace(workspaceId)?.name ?? ''
  const [loaded, reload] = useRequest('people.list', { workspaceId }, [])
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const [open, setOpen] = useState<Person | null>(null)
  const people = loaded.kind === 'ready' ? loaded.value.people : []

  async function remove(person: Person): Promise<void> {
    const answer = await studio.request('people.remove', { workspaceId, personId: person.id })
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    reload()
    const { name } = person
    rememberUndo({
      workspaceId,
      label: t('kept.removed', { name }),
      will: t('kept.removedWill', { name }),
      undone: t('kept.removedUndone', { name }),
      async undo() {
        const back = await studio.request('people.save', { workspaceId, person })
        reload()
        return back.ok ? null : back.error
      }
    })
  }

  return (
    <section aria-label={t('kept.title')}>
      <SectionHeader title={t('kept.title')} text={t('kept.text', { client })} actions={<Button size="small" onClick={() => setOpen({ id: newId(), name: '', handles: {} })}>{t('kept.add')}</Button>} />
      {loaded.kind === 'loading' && <LoadingState shape="table" rows={2} />}
      {loaded.kind === 'failed' && <ErrorState size="small" error={loaded.error} onRetry={reload} />}
      {loaded.kind === 'ready' && (
        <Table
          caption={t('kept.title')}
          rows={people}
          rowKey={({ id }) => id}
          empty={t('kept.none')}
          columns={[
            { id: 'name', header: t('kept.name'), width: '30%', cell: ({ name }) => name },
            { id: 'handles', header: t('kept.handles'), cell: handlesOf },
            {
              id: 'acts',
              header: t('kept.acts'),
              align: 'end',
              width: '6rem',
              cell: (person) => actsOn(person, t, setOpen, (gone) => void remove(gone))
            }
          ]}
        />
      )}
      {open !== null && (
        <PersonDialog
          key={open.id}
          isRenamed
          workspaceId={workspaceId}
          accounts={accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []}
          mention={{ personId: open.id, name: open.name, handles: open.handles }}
          onSave={reload}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

function handlesOf({ handles }: Person): React.JSX.Element {
  return (
    <span className={styles.handles}>
      {networkIds.filter((networkId) => handles[networkId] !== undefined).map((networkId) => (
        <span key={networkId}>
          <NetworkIcon networkId={networkId} size={14} /> @{handles[networkId]}
        </span>
      ))}
    </span>
  )
}

function actsOn(person: Person, t: TFunction<'people'>, onEdit: (person: Person) => void, onRemove: (person: Person) => void): React.JSX.Element {
  return (
    <>
      <IconButton size="small" icon={Pencil} label={t('kept.edit', { name: person.name })} onClick={() => onEdit(person)} />
      <IconButton size="small" icon={Trash2} label={t('kept.remove', { name: person.name })} onClick={() => onRemove(person)} />
    </>
  )
}
