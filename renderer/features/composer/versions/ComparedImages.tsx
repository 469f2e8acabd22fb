import { useTranslation } from 'react-i18next'
import type { FilmCaptions } from '../../../../shared/captions/film-captions.ts'
import { mediaAddress } from '../../../../shared/media/media-item.ts'
import { altTextIn, captionsOf, coverIn, type PostComparison } from '../../../../shared/posts/compare-posts.ts'
import { peopleOf } from '../../../../shared/posts/people-shown.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { useCaptionLanguages } from '../../captions/use-caption-languages.ts'
import styles from './Versions.module.css'

export interface ComparedImagesProps {
  readonly workspaceId: string
  readonly images: PostComparison['images']
  readonly version: PostContent
  readonly present: PostContent
}

/** The pictures that only one of the two has, and those that are described otherwise, each with its words. */
export function ComparedImages({ workspaceId, images: { removed, added, described, covered, captioned, focused, tagged, areMoved }, version, present }: ComparedImagesProps): React.JSX.Element {
  const { t } = useTranslation('versions')
  const { nameOf } = useCaptionLanguages()
  const wordsOf = (captions: readonly FilmCaptions[]): string => captions.map(({ language, fileName }) => `${nameOf(language)} (${fileName})`).join(', ')
  const groups = [
    { title: t('imagesThen'), ids: removed },
    { title: t('imagesNow'), ids: added },
    { title: t('described'), ids: described }
  ].filter(({ ids }) => ids.length > 0)
  return (
    <>
      {groups.map(({ title, ids }) => (
        <figure key={title} className={styles.images}>
          <figcaption>{title}</figcaption>
          {ids.map((id) => (
            <div key={id} className={styles.image}>
              <img src={mediaAddress(workspaceId, id, 'small')} alt="" draggable={false} />
              <p>
                {!added.includes(id) && <del>{altTextIn(version, id) || t('notDescribed')}</del>} {!removed.includes(id) && <ins>{altTextIn(present, id) || t('notDescribed')}</ins>}
              </p>
            </div>
          ))}
        </figure>
      ))}
      {covered.length > 0 && (
        <figure className={styles.images}>
          <figcaption>{t('covered')}</figcaption>
          {covered.map((id) => (
            <div key={id} className={styles.image}>
              <del><CoverThen workspaceId={workspaceId} mediaId={coverIn(version, id)} /></del> <ins><CoverThen workspaceId={workspaceId} mediaId={coverIn(present, id)} /></ins>
            </div>
          ))}
        </figure>
      )}
      {captioned.length > 0 && (
        <figure className={styles.images}>
          <figcaption>{t('captioned')}</figcaption>
          {captioned.map((id) => (
            <p key={id}>
              <del>{wordsOf(captionsOf(version, id)) || t('noCaptions')}</del> <ins>{wordsOf(captionsOf(present, id)) || t('noCaptions')}</ins>
            </p>
          ))}
        </figure>
      )}
      {focused.length > 0 && (
        <figure className={styles.images}>
          <figcaption>{t('focused')}</figcaption>
          {focused.map((id) => (
            <div key={id} className={styles.image}>
              <img src={mediaAddress(workspaceId, id, 'small')} alt={altTextIn(present, id) || t('notDescribed')} draggable={false} />
            </div>
          ))}
        </figure>
      )}
      {tagged.length > 0 && (
        <figure className={styles.images}>
          <figcaption>{t('tagged')}</figcaption>
          {tagged.map((id) => (
            <ComparedPeople key={id} before={namesIn(version, id)} after={namesIn(present, id)} />
          ))}
        </figure>
      )}
      {areMoved && <p>{t('moved')}</p>}
    </>
  )
}

/** The same names, where they stand elsewhere in the picture, are not struck out to be written again. */
function ComparedPeople({ before, after }: { readonly before: string; readonly after: string }): React.JSX.Element {
  const { t } = useTranslation('versions')
  if (before === after) return <p>{t('shownElsewhere', { names: after })}</p>
  return (
    <p>
      <del>{before || t('nobodyShown')}</del> <ins>{after || t('nobodyShown')}</ins>
    </p>
  )
}

function namesIn(content: PostContent, mediaId: string): string {
  return peopleOf(content, mediaId).map(({ name }) => `@${name}`).join(', ')
}

function CoverThen({ workspaceId, mediaId }: { readonly workspaceId: string; readonly mediaId: string | null }): React.JSX.Element {
  const { t } = useTranslation('versions')
  return mediaId === null ? <>{t('noCover')}</> : <img src={mediaAddress(workspaceId, mediaId, 'small')} alt={t('coverShown')} draggable={false} />
}
