import type { TFunction } from 'i18next'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { networkIds } from '../../../shared/networks/network-id.ts'
import type { Person } from '../../../shared/people/person.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Table } from '../../components/Table.tsx'
import styles from './People.module.css'

export interface PeopleTableProps {
  readonly people: readonly Person[]
  readonly onEdit: (person: Person) => void
  readonly onRemove: (person: Person) => void
}

/** So many are shown at once; beyond some of them a field finds the others. */
const mostShown = 100
const fewest = 20

/** Everybody who is kept, with the names on the networks. */
export function PeopleTable({ people, onEdit, onRemove }: PeopleTableProps): React.JSX.Element {
  const { t } = useTranslation('people')
  const [sought, setSought] = useState('')
  const wanted = foldText(sought.trim())
  const found = wanted === '' ? people : people.filter(({ name, handles }) => [name, ...Object.values(handles)].some((words) => foldText(words).includes(wanted)))
  return (
    <div className={styles.table}>
      {people.length > fewest && <SearchField label={t('kept.search')} value={sought} onChange={setSought} />}
      <Table
        caption={t('kept.title')}
        rows={found.slice(0, mostShown)}
        rowKey={({ id }) => id}
        empty={people.length === 0 ? t('kept.none') : t('kept.nobody')}
        columns={[
          { id: 'name', header: t('kept.name'), width: '30%', cell: ({ name }) => name },
          { id: 'handles', header: t('kept.handles'), cell: handlesOf },
          { id: 'acts', header: t('kept.acts'), align: 'end', width: '6rem', cell: (person) => actsOn(person, t, onEdit, onRemove) }
        ]}
      />
      {found.length > mostShown && <p role="status" className={styles.remark}>{t('kept.more', { count: found.length, shown: mostShown })}</p>}
    </div>
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
