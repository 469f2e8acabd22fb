import type { CalendarController } from '@fullcalendar/react'
import { ChevronLeft, ChevronRight, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { Select } from '../../../components/Select.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import { openOverlay } from '../../../shell/overlay-store.ts'
import type { CalendarView } from '../../../shell/route.ts'
import styles from '../Screen.module.css'

export interface CalendarToolbarProps {
  readonly controller: CalendarController
  readonly view: CalendarView
  readonly onView: (view: CalendarView) => void
  readonly accounts: readonly Account[]
  /** Whose posts alone are shown; null: all. */
  readonly accountId: string | null
  readonly onAccount: (accountId: string | null) => void
}

const views = ['month', 'week', 'list'] as const

/** Moving through time and choosing how much of it is shown, and of whom; T goes to today, M, W and L choose. */
export function CalendarToolbar({ controller, view, onView, accounts, accountId, onAccount }: CalendarToolbarProps): React.JSX.Element {
  const { t } = useTranslation('calendar')

  useCommands({ name: 'calendar', title: t('title') }, [
    { id: 'calendar.search', title: t('search'), shortcut: '/', isHiddenFromPalette: true, run: () => openOverlay('searchPosts') },
    { id: 'calendar.today', title: t('today'), shortcut: 't', run: () => controller.today() },
    { id: 'calendar.previous', title: t('previous'), shortcut: 'arrowleft', isHiddenFromPalette: true, run: () => controller.prev() },
    { id: 'calendar.next', title: t('next'), shortcut: 'arrowright', isHiddenFromPalette: true, run: () => controller.next() },
    { id: 'calendar.month', title: t('month'), shortcut: 'm', run: () => onView('month') },
    { id: 'calendar.week', title: t('week'), shortcut: 'w', run: () => onView('week') },
    { id: 'calendar.list', title: t('list'), shortcut: 'l', run: () => onView('list') }
  ])

  return (
    <>
      {accounts.length > 1 && (
        <Select
          variant="quiet"
          className={styles.account ?? ''}
          label={t('account')}
          isLabelHidden
          value={accountId ?? 'any'}
          onChange={(chosen) => onAccount(chosen === 'any' ? null : chosen)}
          options={[{ value: 'any', label: t('anyAccount') }, ...accounts.map((account) => ({ value: account.id, label: accountLabel(account) }))]}
        />
      )}
      <IconButton icon={Search} label={t('search')} shortcut="/" onClick={() => openOverlay('searchPosts')} />
      <span className={styles.moving}>
        <IconButton icon={ChevronLeft} label={t('previous')} shortcut="arrowleft" onClick={() => controller.prev()} />
        <Button size="small" onClick={() => controller.today()}>
          {t('today')}
        </Button>
        <IconButton icon={ChevronRight} label={t('next')} shortcut="arrowright" onClick={() => controller.next()} />
      </span>
      <SegmentedControl size="small" label={t('view')} value={view} onChange={onView} segments={views.map((value) => ({ value, label: t(value) }))} />
    </>
  )
}
