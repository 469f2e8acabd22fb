import { ExternalLink, Lightbulb, MailOpen, PencilLine, Quote, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Feed, FeedItem, WatchRule } from '../../../../shared/watch/feed.ts'
import { soughtInQuery } from '../../../../shared/watch/sought-in-query.ts'
import { Badge } from '../../../components/Badge.tsx'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { MarkedText } from '../../../components/MarkedText.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { openExternal } from '../../../shell/studio-actions.ts'
import styles from './Article.module.css'

export interface ArticleProps {
  readonly item: FeedItem
  readonly feed: Feed | undefined
  readonly rules: readonly WatchRule[]
  readonly timeZone: string
  readonly onMakePost: () => void
  readonly onStar: () => void
  readonly onMarkUnread: () => void
  readonly onKeepIdea: () => void
  /** null: it is no post that one of the accounts could quote. */
  readonly onQuote: (() => void) | null
}

/** One item to read: text only, and what can be made of it. */
export function Article({ item, feed, rules, timeZone, onMakePost, onStar, onMarkUnread, onKeepIdea, onQuote }: ArticleProps): React.JSX.Element {
  const { t } = useTranslation('watch')
  const { t: ofIdeas } = useTranslation('ideas')
  const { t: ofQuotes } = useTranslation('quotes')
  const formats = useFormats()
  const { url } = item
  const marks = rules.filter((rule) => item.ruleIds.includes(rule.id))
  const sought = marks.flatMap((rule) => soughtInQuery(rule.query))
  return (
    <article className={styles.article} aria-label={item.title}>
      <header className={styles.tools}>
        <Button className={styles.make ?? ''} variant="primary" icon={PencilLine} shortcut="p" onClick={onMakePost}>
          {t('makePost')}
        </Button>
        {url !== null && (
          <Button className={styles.original ?? ''} title={t('openOriginal')} trailingIcon={ExternalLink} onClick={() => void openExternal(url)}>
            {t('openOriginal')}
          </Button>
        )}
        <span className={styles.spacer} />
        {onQuote !== null && <IconButton icon={Quote} label={ofQuotes('act')} onClick={onQuote} />}
        <IconButton icon={Lightbulb} label={ofIdeas('keep')} shortcut="i" onClick={onKeepIdea} />
        <IconButton icon={MailOpen} label={t('markUnread')} shortcut="m" onClick={onMarkUnread} />
        <IconButton icon={Star} label={item.isStarred ? t('unstar') : t('star')} shortcut="s" pressed={item.isStarred} onClick={onStar} />
      </header>
      <div className={styles.page} tabIndex={0}>
        <p className={styles.source}>
          {feed?.title}
          <time>{formats.dayAndTime(item.publishedAt, timeZone)}</time>
          {item.author !== '' && <span>{t('by', { author: item.author })}</span>}
        </p>
        <h2>
          <MarkedText text={item.title} sought={sought} />
        </h2>
        {marks.length > 0 && (
          <p className={styles.marks}>
            {t('matches')}
            {marks.map((rule) => (
              <Badge key={rule.id} tone="accent">
                {rule.name}
              </Badge>
            ))}
          </p>
        )}
        <p className={styles.text}>
          <MarkedText text={item.summary} sought={sought} />
        </p>
      </div>
    </article>
  )
}
