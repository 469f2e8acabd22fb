import { Eye } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { mediaAddress, type MediaItem } from '../../../../shared/media/media-item.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { documentFor } from '../composer-state.ts'
import { BlueskyPreview } from './BlueskyPreview.tsx'
import { Counter } from './Counter.tsx'
import { MastodonPreview } from './MastodonPreview.tsx'
import type { PreviewProps } from './preview-props.ts'
import { WordpressPreview } from './WordpressPreview.tsx'
import styles from './PreviewPane.module.css'

export interface PreviewPaneProps {
  readonly workspaceId: string
  readonly accounts: readonly Account[]
  readonly content: PostContent
  readonly media: readonly MediaItem[]
  /** A click on a preview brings that account's text into the editor. */
  readonly onEdit: (accountId: string) => void
}

/** One preview for each chosen account, side by side as far as there is room. */
export function PreviewPane({ workspaceId, accounts, content, media, onEdit }: PreviewPaneProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const images = useMemo(
    () =>
      content.media.flatMap(({ mediaId, altText }) => {
        const item = media.find((candidate) => candidate.id === mediaId)
        return item ? [{ mediaId, address: mediaAddress(workspaceId, mediaId), altText, width: item.width, height: item.height }] : []
      }),
    [workspaceId, content.media, media]
  )
  const chosen = content.targets.flatMap((target) => accounts.find((account) => account.id === target.accountId) ?? [])
  if (chosen.length === 0) return <div className={styles.pane}><EmptyState icon={Eye} title={t('noPreviewsTitle')} text={t('noPreviewsText')} /></div>
  return (
    <div className={styles.pane} tabIndex={0}>
      <div className={styles.previews}>
      {chosen.map((account) => {
        const document = documentFor(content, account.id)
        const text = documentToText(document)
        return (
          <section key={account.id} className={styles.frame} aria-label={`${account.displayName}, ${account.handle}`}>
            <header className={styles.heading}>
              <button type="button" className={styles.name} onClick={() => onEdit(account.id)}>
                <NetworkIcon networkId={account.networkId} size={14} />
                <span>{account.handle}</span>
              </button>
              <Counter account={account} text={text} />
            </header>
            <Preview account={account} title={content.title} text={text} document={document} images={images} />
          </section>
        )
      })}
      </div>
    </div>
  )
}

function Preview(props: PreviewProps): React.JSX.Element {
  switch (props.account.networkId) {
    case 'bluesky':
      return <BlueskyPreview {...props} />
    case 'wordpress':
      return <WordpressPreview {...props} />
    case 'mastodon':
    case 'practice':
      return <MastodonPreview {...props} />
  }
}
