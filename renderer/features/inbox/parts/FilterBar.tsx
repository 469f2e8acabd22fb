import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { SearchField } from '../../../components/SearchField.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { Select } from '../../../components/Select.tsx'
import { inboxViews, type InboxFilter } from '../inbox-filter.ts'
import styles from '../Screen.module.css'

const kinds = ['any', 'comment', 'mention', 'message', 'review'] as const
const reviewChoices = ['any', 'few_stars', 'unanswered'] as const

export interface FilterBarProps {
  readonly filter: InboxFilter
  readonly accounts: readonly Account[]
  readonly search: string
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly onFilter: (filter: InboxFilter) => void
  readonly onSearch: (text: string) => void
}

/** What the list shows: which state, which kind, which account, or a search over everything. */
export function FilterBar({ filter, accounts, search, searchField, onFilter, onSearch }: FilterBarProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  return (
    <div className={styles.filters}>
      <SegmentedControl size="small" label={t('view')} value={filter.view} onChange={(view) => onFilter({ ...filter, view })} segments={inboxViews.map((view) => ({ value: view, label: t(`views.${view}`) }))} />
      <Select variant="quiet" label={t('anyKind')} isLabelHidden value={filter.kind ?? 'any'} onChange={(kind) => onFilter({ ...withoutReviews(filter), kind: kind === 'any' ? null : kind })} options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
      {filter.kind === 'review' && (
        <Select
          variant="quiet"
          label={t('reviews.which')}
          isLabelHidden
          value={filter.reviews ?? 'any'}
          onChange={(reviews) => onFilter({ ...withoutReviews(filter), ...(reviews === 'any' ? {} : { reviews }) })}
          options={reviewChoices.map((choice) => ({ value: choice, label: t(`reviews.choice.${choice}`) }))}
        />
      )}
      {accounts.length > 1 && (
        <Select
          variant="quiet"
          label={t('account')}
          isLabelHidden
          value={filter.accountId ?? 'any'}
          onChange={(accountId) => onFilter({ ...filter, accountId: accountId === 'any' ? null : accountId })}
          options={[{ value: 'any', label: t('anyAccount') }, ...accounts.map((account) => ({ value: account.id, label: accountLabel(account) }))]}
        />
      )}
      <SearchField ref={searchField} className={styles.search ?? ''} label={t('search')} shortcut="/" value={search} onChange={onSearch} />
    </div>
  )
}

function withoutReviews({ view, kind, accountId }: InboxFilter): InboxFilter {
  return { view, kind, accountId }
}
