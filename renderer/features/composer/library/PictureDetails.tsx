import { useTranslation } from 'react-i18next'
import type { LibraryPicture } from '../../../../shared/media/library-picture.ts'
import { isVideo, mediaAddress, shownAddress } from '../../../../shared/media/media-item.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { filmLength } from '../../../language/film-length.ts'
import { firstWords } from '../../../language/first-words.ts'
import styles from './Library.module.css'

export interface PictureDetailsProps {
  readonly workspaceId: string
  readonly picture: LibraryPicture
}

/** One picture large, what it is, how it was described, and where it is used. */
export function PictureDetails({ workspaceId, picture: { item, altText, sameIds, useCount, uses } }: PictureDetailsProps): React.JSX.Element {
  const { t } = useTranslation('library')
  const formats = useFormats()
  const facts = [t('size', { width: formats.number(item.width), height: formats.number(item.height) }), formats.bytes(item.bytes), ...(isVideo(item) ? [filmLength(item.durationMs)] : []), ...(sameIds.length > 1 ? [t('copies', { count: sameIds.length })] : [])]
  return (
    <section className={styles.details} aria-label={t('shown')} tabIndex={0}>
      <img className={styles.large} src={isVideo(item) ? mediaAddress(workspaceId, item.id, 'small') : shownAddress(workspaceId, item)} alt={altText} decoding="async" draggable={false} />
      <p className={styles.remark}>{facts.join(' · ')}</p>
      <h3 className={styles.heading}>{t('describedAs')}</h3>
      <p>{altText === '' ? t('noDescription') : altText}</p>
      <h3 className={styles.heading}>{t('usedIn')}</h3>
      {useCount === 0 ? <p>{t('unused')}</p> : (
        <ul className={styles.uses}>
          {uses.map(({ postId, excerpt }) => (
            <li key={postId}>{excerpt === '' ? t('untitled') : firstWords(excerpt)}</li>
          ))}
          {useCount > uses.length && <li>{t('more', { count: useCount - uses.length })}</li>}
        </ul>
      )}
    </section>
  )
}
