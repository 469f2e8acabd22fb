import { Filter, Hourglass, LockOpen, MoreHorizontal, Rss, Star, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { Feed, WatchRule } from '../../../../shared/watch/feed.ts'
import { isUnencryptedAddress } from '../../../../shared/watch/feed-address.ts'
import { CountBadge } from '../../../components/CountBadge.tsx'
import { smallIconProps, type Icon } from '../../../components/icon.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { Menu } from '../../../components/Menu.tsx'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { useStudio } from '../../../shell/studio-store.ts'
import { feedReading } from '../feed-reading.ts'
import { isSameSource, type WatchSource } from '../watch-source.ts'
import styles from './SourceList.module.css'

export interface SourceListProps {
  readonly overview: RequestOutput<'watch.overview'>
  readonly source: WatchSource
  readonly onChoose: (source: WatchSource) => void
  readonly onRemoveFeed: (feed: Feed) => void
  readonly onEditRule: (rule: WatchRule) => void
  readonly onRemoveRule: (rule: WatchRule) => void
}

/** Everything, the starred, the queries, then the feeds by folder, each with what is unread. */
export function SourceList({ overview, source, onChoose, onRemoveFeed, onEditRule, onRemoveRule }: SourceListProps): React.JSX.Element {
  const { t } = useTranslation('watch')
  const folders = [...new Set(overview.feeds.map((feed) => feed.folder))]
  const isOnline = useStudio((state) => state.connectivity.state === 'online')

  function feedNote(feed: Feed): string | null {
    const { kind } = feedReading(feed, isOnline)
    if (kind !== 'read') return t(`reading.${kind}`)
    return isUnencryptedAddress(feed.url) ? t('unencrypted') : null
  }

  const isChosen = (candidate: WatchSource): boolean => isSameSource(candidate, source)
  return (
    <nav className={styles.sources} aria-label={t('sources')}>
      <SourceLine icon={Rss} title={t('all')} count={overview.unread} isChosen={isChosen({ kind: 'all' })} onChoose={() => onChoose({ kind: 'all' })} />
      <SourceLine icon={Star} title={t('starred')} count={overview.starred} isChosen={isChosen({ kind: 'starred' })} onChoose={() => onChoose({ kind: 'starred' })} />
      {overview.rules.length > 0 && <h2>{t('rules')}</h2>}
      {overview.rules.map((rule) => (
        <SourceLine
          key={rule.id}
          icon={Filter}
          title={rule.name}
          count={rule.unread}
          isChosen={isChosen({ kind: 'rule', ruleId: rule.id })}
          onChoose={() => onChoose({ kind: 'rule', ruleId: rule.id })}
          menu={[
            { id: 'edit', label: t('ruleDialog.editTitle'), onSelect: () => onEditRule(rule) },
            { id: 'remove', label: t('removeRule'), tone: 'danger', onSelect: () => onRemoveRule(rule) }
          ]}
        />
      ))}
      {folders.map((folder) => (
        <section key={folder}>
          <h2>{folder === '' ? t('feeds') : folder}</h2>
          {overview.feeds.filter((feed) => feed.folder === folder).map((feed) => (
            <SourceLine
              key={feed.id}
              icon={feedIcon(feed)}
              title={feed.title}
              count={feed.unread}
              isFailing={feed.failure !== null}
              note={feedNote(feed)}
              isChosen={isChosen({ kind: 'feed', feedId: feed.id })}
              onChoose={() => onChoose({ kind: 'feed', feedId: feed.id })}
              menu={[{ id: 'remove', label: t('removeFeed'), tone: 'danger', onSelect: () => onRemoveFeed(feed) }]}
            />
          ))}
        </section>
      ))}
    </nav>
  )
}

function feedIcon(feed: Feed): Icon {
  if (feed.failure !== null) return TriangleAlert
  if (feed.firstReadAt === null) return Hourglass
  return isUnencryptedAddress(feed.url) ? LockOpen : Rss
}

interface SourceLineProps {
  readonly icon: Icon
  readonly title: string
  readonly count: number
  readonly isChosen: boolean
  readonly isFailing?: boolean
  /** What is particular about it, in words. */
  readonly note?: string | null
  readonly menu?: React.ComponentProps<typeof Menu>['entries']
  readonly onChoose: () => void
}

function SourceLine({ icon: Drawing, title, count, isChosen, isFailing = false, note = null, menu, onChoose }: SourceLineProps): React.JSX.Element {
  const { t } = useTranslation('watch')
  return (
    <div className={styles.line} data-chosen={isChosen} data-failing={isFailing}>
      <button type="button" className={styles.name} aria-current={isChosen} title={note === null ? title : `${title} — ${note}`} onClick={onChoose}>
        <Drawing {...smallIconProps} />
        <span>{title}</span>
        {note !== null && <VisuallyHidden>{note}</VisuallyHidden>}
        <CountBadge count={count} label={t('unread', { count })} />
      </button>
      {menu === undefined ? (
        <span className={styles.noMenu} />
      ) : (
        <span className={styles.menu}>
          <Menu align="end" trigger={<IconButton size="small" icon={MoreHorizontal} label={t('actionsFor', { title })} />} entries={menu} />
        </span>
      )}
    </div>
  )
}
