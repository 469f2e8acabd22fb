import { useTranslation } from 'react-i18next'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import { useCommands } from '../../shell/command-registry.ts'

export interface WatchCommandsInput {
  readonly items: readonly FeedItem[]
  readonly selected: FeedItem | undefined
  readonly onSelect: (item: FeedItem) => void
  readonly onStar: () => void
  readonly onMarkUnread: () => void
  readonly onMakePost: () => void
  readonly onKeepIdea: () => void
  readonly onAddFeed: () => void
}

/** The watch by keyboard: J and K move, S stars, M marks as unread, P makes a post, I keeps an idea. */
export function useWatchCommands({ items, selected, onSelect, onStar, onMarkUnread, onMakePost, onKeepIdea, onAddFeed }: WatchCommandsInput): void {
  const { t } = useTranslation('watch')
  const { t: ofIdeas } = useTranslation('ideas')
  const index = selected ? items.findIndex((item) => item.id === selected.id) : -1

  function step(by: 1 | -1): void {
    const next = items[Math.max(0, Math.min(items.length - 1, index + by))]
    if (next) onSelect(next)
  }

  useCommands({ name: 'watch', title: t('title') }, [
    { id: 'watch.next', title: t('next'), shortcut: 'j', isHiddenFromPalette: true, run: () => step(1) },
    { id: 'watch.previous', title: t('previous'), shortcut: 'k', isHiddenFromPalette: true, run: () => step(-1) },
    { id: 'watch.down', title: t('next'), shortcut: 'down', isHiddenFromPalette: true, run: () => step(1) },
    { id: 'watch.up', title: t('previous'), shortcut: 'up', isHiddenFromPalette: true, run: () => step(-1) },
    { id: 'watch.star', title: t('star'), shortcut: 's', disabled: !selected, run: onStar },
    { id: 'watch.unread', title: t('markUnread'), shortcut: 'm', disabled: !selected, run: onMarkUnread },
    { id: 'watch.makePost', title: t('makePost'), shortcut: 'p', disabled: !selected, run: onMakePost },
    { id: 'watch.keepIdea', title: ofIdeas('keep'), shortcut: 'i', disabled: !selected, run: onKeepIdea },
    { id: 'watch.addFeed', title: t('addFeed'), group: 'create', run: onAddFeed }
  ])
}
