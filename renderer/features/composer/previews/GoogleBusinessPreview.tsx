import { useTranslation } from 'react-i18next'
import type { Occasion as OccasionToShow } from '../../../../shared/posts/occasion.ts'
import type { PostButton } from '../../../../shared/posts/post-framing.ts'
import { firstAddress } from '../../../../shared/text/first-address.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { occasionEnds, occasionHours } from '../framing/use-occasion-words.ts'
import { Mark, Marked } from './Marked.tsx'
import { useOutgoingLink, useOutgoingText } from './outgoing-text.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewText, WithText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './GoogleBusinessPreview.module.css'

/** An update, an event or an offer as it stands in a business profile: whose it is, its photo cut to four by three, what it is called and when, its words, and the button that its link becomes. */
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
      {framing?.occasion !== undefined && <Occasion occasion={framing.occasion} />}
      <WithText>
        <div className={styles.text}>
          <PreviewText network="plain" />
        </div>
      </WithText>
      {framing?.occasion?.kind === 'offer' ? <Redeemed offer={framing.occasion} /> : <ActionButton button={framing?.button ?? 'learn_more'} />}
    </article>
  )
}

/** Its name, and from when to when. */
function Occasion({ occasion }: { readonly occasion: OccasionToShow }): React.JSX.Element {
  const { t } = useTranslation('framing')
  const formats = useFormats()
  const hours = occasionHours(occasion, formats)
  const { isOneDay, ...ends } = occasionEnds(occasion, formats)
  const valid = isOneDay ? 'validOn' : ends.from === '' ? 'validUntil' : ends.until === '' ? 'validFrom' : 'validFor'
  return (
    <div className={styles.occasion}>
      {occasion.title !== '' && <strong>{occasion.title}</strong>}
      {hours !== '' && <span className={styles.hours}>{occasion.kind === 'offer' ? t(valid, ends) : hours}</span>}
    </div>
  )
}

/** How an offer is used: its code, where on the web, and under which conditions. */
function Redeemed({ offer: { coupon, redeemAt, conditions } }: { readonly offer: OccasionToShow }): React.JSX.Element {
  const { t } = useTranslation('framing')
  const inWords = firstAddress(useOutgoingText())
  const ofPost = useOutgoingLink()
  const link = redeemAt ?? ofPost ?? inWords
  return (
    <div className={styles.offer}>
      {coupon !== undefined && <p className={styles.coupon}>{coupon}</p>}
      {link !== null && (
        <p className={styles.action}>
          <span title={link}>{t('redeem')}</span>
        </p>
      )}
      {conditions !== undefined && <p className={styles.conditions}>{conditions}</p>}
    </div>
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
