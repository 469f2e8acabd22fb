import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/people/person.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { SectionHeader } from '../../components/SectionHeader.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import { ImportContacts } from './ImportContacts.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonDialog } from './PersonDialog.tsx'

/** Everybody whom the client's texts mention, with the names on the networks: changed and deleted here. Texts that mention them keep what they have. */
export function PeopleSettings({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element {
  const { t } = useTranslation('people')
  const client = useWorkspace(workspaceId)?.name ?? ''
  const [loaded, reload] = useRequest('people.list', { workspaceId }, [])
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const [open, setOpen] = useState<Person | null>(null)

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
      <SectionHeader title={t('kept.title')} text={t('kept.text', { client })} actions={
        <>
          <ImportContacts workspaceId={workspaceId} onImported={reload} />
          <Button size="small" onClick={() => setOpen({ id: newId(), name: '', handles: {} })}>{t('kept.add')}</Button>
        </>
      } />
      {loaded.kind === 'loading' && <LoadingState shape="table" rows={2} />}
      {loaded.kind === 'failed' && <ErrorState size="small" error={loaded.error} onRetry={reload} />}
      {loaded.kind === 'ready' && <PeopleTable people={loaded.value.people} onEdit={setOpen} onRemove={(person) => void remove(person)} />}
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
