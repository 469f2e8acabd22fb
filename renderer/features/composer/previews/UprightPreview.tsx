import { Heart, MessageCircle, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { formatRuleOf } from '../../../../shared/networks/formats-of.ts'
import type { PostFormat } from '../../../../shared/posts/post-format.ts'
import { Mark, Marked } from './Marked.tsx'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PeopleOnThem } from './PeopleOnPreview.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './UprightPreview.module.css'
import upright from './upright-screen.module.css'

/** A reel or a story: the telephone's whole screen, with the strips that the network draws over it, where nothing that matters should stand. */
export function UprightPreview({ account, images, when, format }: PreviewProps & { readonly format: PostFormat }): React.JSX.Element {
  const { t } = useTranslation('formats')
  const { t: ofComposer } = useTranslation('composer')
  const rule = formatRuleOf(capabilitiesOf(account.networkId), format)
  const [first] = images
  const { top, bottom } = rule?.screen?.covered.value ?? { top: 0, bottom: 0 }
  const name = account.handle.replace(/^@/, '')
  return (
    <article className={`${previews.preview} ${upright.page}`} data-format={format}>
      <div className={`${upright.screen} ${styles.screen}`} style={{ aspectRatio: String(rule?.screen?.frame.value ?? 1) }}>
        {first !== undefined && (
          <Marked element={first.film === undefined ? 'pictures' : 'video'}>
            <div className={upright.film}>
              <PreviewPicture image={first} />
            </div>
          </Marked>
        )}
        <div className={styles.top} style={{ blockSize: `${100 * top}%` }} title={t('covered')}>
          {format === 'story' && <span className={styles.progress} aria-hidden="true" />}
          {format === 'story' && <Byline account={account} name={name} when={when ?? ofComposer('preview.now')} />}
        </div>
        <div className={styles.bottom} style={{ blockSize: `${100 * bottom}%` }} title={t('covered')}>
          {format === 'reel' ? (
            <>
              <Byline account={account} name={name} when={when ?? ofComposer('preview.now')} />
              <div className={styles.words}>
                <PreviewText network={account.networkId === 'facebook' ? 'facebook' : 'instagram'} />
              </div>
            </>
          ) : (
            <div className={styles.answer} aria-hidden="true">
              <span>{t('answer')}</span>
              <Heart />
              <Send />
            </div>
          )}
        </div>
        {format === 'reel' && (
          <div className={styles.side} aria-hidden="true">
            <Heart /> <MessageCircle /> <Send />
          </div>
        )}
      </div>
      <PeopleOnThem images={images} />
      <p className={styles.legend}>{t('coveredNote')}</p>
    </article>
  )
}

function Byline({ account, name, when }: Pick<PreviewProps, 'account'> & { readonly name: string; readonly when: string }): React.JSX.Element {
  return (
    <p className={styles.byline}>
      <PreviewAvatar account={account} shape={previews.roundAvatar} />
      <strong>{name}</strong>
      <span className={styles.when}>
        {when} <Mark element="time" />
      </span>
    </p>
  )
}
