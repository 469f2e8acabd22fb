import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../../components/SearchField.tsx'
import { Select } from '../../components/Select.tsx'
import { uses, type LibraryFilter } from './choose-pictures.ts'
import styles from './Library.module.css'

export interface LibraryToolbarProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly filter: LibraryFilter
  readonly onFilter: (filter: LibraryFilter) => void
  readonly folders: readonly string[]
  readonly tags: readonly string[]
  readonly ref: Ref<HTMLInputElement>
}

/** Folder names and tags may be anything, so what stands for none of them begins with a sign that trimmed names do not. */
const any = ' any'
const none = ' none'

/** What of the library is shown: by words, by use, by folder, by tag. */
export function LibraryToolbar({ query, onQuery, filter, onFilter, folders, tags, ref }: LibraryToolbarProps): React.JSX.Element {
  const { t } = useTranslation('library')
  const folder = filter.folder === null ? any : filter.folder === '' ? none : filter.folder
  return (
    <div className={styles.toolbar}>
      <SearchField ref={ref} label={t('search')} value={query} maxLength={200} shortcut="/" onChange={onQuery} className={styles.search} />
      <Select variant="quiet" isLabelHidden label={t('screen.use')} value={filter.use} options={uses.map((value) => ({ value, label: t(`screen.uses.${value}`) }))} onChange={(use) => onFilter({ ...filter, use })} />
      {folders.length > 0 && (
        <Select
          variant="quiet"
          isLabelHidden
          label={t('screen.folder')}
          value={folder}
          options={[{ value: any, label: t('screen.anyFolder') }, ...folders.map((value) => ({ value, label: value })), { value: none, label: t('screen.noFolder') }]}
          onChange={(value) => onFilter({ ...filter, folder: value === any ? null : value === none ? '' : value })}
        />
      )}
      {tags.length > 0 && (
        <Select
          variant="quiet"
          isLabelHidden
          label={t('screen.tags')}
          value={filter.tag ?? any}
          options={[{ value: any, label: t('screen.anyTag') }, ...tags.map((value) => ({ value, label: value }))]}
          onChange={(value) => onFilter({ ...filter, tag: value === any ? null : value })}
        />
      )}
    </div>
  )
}
