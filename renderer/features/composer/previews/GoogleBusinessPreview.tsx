import { useTranslation } from 'react-i18next'
import type { PostButton } from '../../../../shared/posts/post-framing.ts'
import { firstAddress } from '../../../../shared/text/first-address.ts'
import { Mark, Marked } from './Marked.tsx'
import { useOutgoingLink, useOutgoingText } from './outgoing-text.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewText, WithText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './GoogleBusinessPreview.module.css'

/** An update as it stands in a business profile: whose it is, its photo cut to four by three, its words, and the button that its link becomes. */
export function GoogleBusinessPreview({ account, images, framing, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [photo] = images
  return (
    <article className={`${previews.preview} ${styles.update}`}>
      <header className={styles.byline}>
        <PreviewAvatar account={account} shape={previews.roundAvatar} />
        <span className={previews.names}>
          <strong>{account.displayName}</strong>
          <span className={previews.when}>
            {when ?? t('preview.now')} <Mark element="time" />
          </span>
        </span>
      </header>
      {photo !== undefined && (
        <Marked element="pictures">
          <div className={styles.photo}>
            <PreviewPicture image={photo} />
          </div>
        </Marked>
      )}
      <WithText>
        <div className={styles.text}>
          <PreviewText network="plain" />
        </div>
      </WithText>
      <ActionButton button={framing?.button ?? 'learn_more'} />
    </article>
  )
}

/** What people press; nothing where the post leads nowhere. A picture of it: nothing happens here. */
function ActionButton({ button }: { readonly button: PostButton }): React.JSX.Element | null {
  const { t } = useTranslation('framing')
  const inWords = firstAddress(useOutgoingText())
  const link = useOutgoingLink() ?? inWords
  if (link === null && button !== 'call') return null
  return (
    <p className={styles.action}>
      <span {...(link === null || button === 'call' ? {} : { title: link })}>{t(`buttonNames.${button}`)}</span>
    </p>
  )
}
