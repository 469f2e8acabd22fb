import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { CountBadge } from '../components/CountBadge.tsx'
import { iconProps } from '../components/icon.ts'
import { Kbd } from '../components/Kbd.tsx'
import { composeEntry, footEntries, mainEntries, type NavigationEntry } from './navigation-entries.ts'
import { openOverlay } from './overlay-store.ts'
import { formatRoute, routeTo, type WorkspaceScreenName } from './route.ts'
import { emptyCounts } from './studio-state.ts'
import { useStudio } from './studio-store.ts'
import { WorkspaceSwitcher } from './WorkspaceSwitcher.tsx'
import styles from './SideBar.module.css'

interface SideBarProps {
  readonly workspace: Workspace
  readonly screen: WorkspaceScreenName
}

/** Whose studio this is, and the ways to its screens. Links, so that the middle of the browser's manners stay. */
export function SideBar({ workspace, screen }: SideBarProps) {
  const { t } = useTranslation('shell')
  const counts = useStudio((state) => state.counts.get(workspace.id)) ?? emptyCounts
  const link = { workspace, current: screen }
  return (
    <nav data-fades className={styles.sideBar} aria-label={t('navigation.label')}>
      <WorkspaceSwitcher workspace={workspace} />
      <div className={styles.navigation}>
        <ComposeLink {...link} />
        <NavigationLink {...link} entry={mainEntries[0]} />
        <NavigationLink {...link} entry={mainEntries[4]} />
        <NavigationLink {...link} entry={mainEntries[5]} />
        <NavigationLink {...link} entry={mainEntries[1]} count={counts.unreadInbox} countLabel={t('navigation.unread', { count: counts.unreadInbox })} />
        <NavigationLink {...link} entry={mainEntries[2]} count={counts.unreadWatch} countLabel={t('navigation.unread', { count: counts.unreadWatch })} tone="quiet" />
        <NavigationLink {...link} entry={mainEntries[3]} count={counts.needsAttention} countLabel={t('navigation.attention', { count: counts.needsAttention })} tone="danger" />
        <span className={styles.spacer} />
        {footEntries.map((entry) => (
          <NavigationLink key={entry.screen} {...link} entry={entry} />
        ))}
      </div>
      <button type="button" className={styles.search} onClick={() => openOverlay('palette')} aria-keyshortcuts="Control+K Meta+K">
        <Search {...iconProps} />
        <span>{t('navigation.searchCommands')}</span>
        <Kbd shortcut="mod+k" />
      </button>
    </nav>
  )
}

interface LinkProps {
  readonly workspace: Workspace
  readonly current: WorkspaceScreenName
}

function ComposeLink({ workspace, current }: LinkProps) {
  const { t } = useTranslation('shell')
  const Drawing = composeEntry.icon
  return (
    <a className={styles.compose} href={formatRoute(routeTo('compose', workspace.id))} aria-current={current === 'compose' ? 'page' : undefined} draggable={false}>
      <Drawing {...iconProps} />
      <span className={styles.name}>{t('screens.compose')}</span>
      <Kbd shortcut={composeEntry.shortcut} tone="onFill" />
    </a>
  )
}

interface NavigationLinkProps extends LinkProps {
  readonly entry: NavigationEntry
  readonly count?: number
  readonly countLabel?: string
  readonly tone?: 'quiet' | 'strong' | 'danger'
}

function NavigationLink({ workspace, current, entry, count = 0, countLabel, tone = 'strong' }: NavigationLinkProps) {
  const { t } = useTranslation('shell')
  const Drawing = entry.icon
  return (
    <a className={styles.link} href={formatRoute(routeTo(entry.screen, workspace.id))} aria-current={current === entry.screen ? 'page' : undefined} draggable={false}>
      <Drawing {...iconProps} />
      <span className={styles.name}>{t(`screens.${entry.screen}`)}</span>
      <CountBadge count={count} tone={tone} {...(countLabel === undefined ? {} : { label: countLabel })} />
    </a>
  )
}
