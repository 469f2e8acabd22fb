import { Film, Images } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryPicture } from '../../../../shared/media/library-picture.ts'
import { isVideo, mediaAddress } from '../../../../shared/media/media-item.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { SearchField } from '../../../components/SearchField.tsx'
import { asAttribute } from '../carried-to-day.ts'
import { PlanButton } from './PlanButton.tsx'
import type { ShelfProps } from './shelf-props.ts'
import styles from './Shelf.module.css'

/** So many are shown; the others are found by their words. */
const shown = 60
/** As many as a post can have. */
const mostInAPost = 20

/** Pictures and videos of the library, the newest first: chosen by a press, carried together, or planned by the button above them. */
export function PicturesToPlan({ workspaceId, timeZone, onPlan }: Pick<ShelfProps, 'workspaceId' | 'timeZone' | 'onPlan'>): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const { t: ofLibrary } = useTranslation('library')
  const [query, setQuery] = useState('')
  const [pressed, setPressed] = useState<readonly string[]>([])
  const [loaded, retry] = useRequest('media.library', { workspaceId, query: useDeferredValue(query.trim()) }, ['posts.changed', 'media.changed'])
  const pictures = loaded.kind === 'ready' ? loaded.value.pictures.slice(0, shown) : []
  const chosen = pressed.filter((id) => pictures.some(({ item }) => item.id === id))

  function handlePress(id: string): void {
    setPressed(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id].slice(-mostInAPost))
  }

  return (
    <>
      <div className={styles.headingLine}>
        <h2 className={styles.heading}>{t('shelf.pictures')}</h2>
        {chosen.length > 0 && <PlanButton workspaceId={workspaceId} isInLine name={t('shelf.chosen', { count: chosen.length })} timeZone={timeZone} onPlan={(at) => onPlan({ kind: 'pictures', mediaIds: chosen }, at)} />}
      </div>
      <div className={styles.search}>
        <SearchField label={ofLibrary('search')} value={query} maxLength={200} onChange={setQuery} />
      </div>
      {loaded.kind === 'loading' && <LoadingState rows={4} />}
      {loaded.kind === 'failed' && <ErrorState size="small" error={loaded.error} onRetry={retry} />}
      {loaded.kind === 'ready' && pictures.length === 0 && <EmptyState size="small" icon={Images} title={ofLibrary('screen.noneTitle')} text={t('shelf.noPicturesText')} />}
      {pictures.length > 0 && (
        <>
          <p className={styles.hint}>{t('shelf.picturesHint')}</p>
          <ul className={styles.pictures}>
            {pictures.map((picture) => (
              <li key={picture.item.id}>
                <PictureToPlan workspaceId={workspaceId} picture={picture} chosen={chosen} onPress={() => handlePress(picture.item.id)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface PictureToPlanProps {
  readonly workspaceId: string
  readonly picture: LibraryPicture
  readonly chosen: readonly string[]
  readonly onPress: () => void
}

/** One that is not chosen is carried alone. */
function PictureToPlan({ workspaceId, picture: { item, altText }, chosen, onPress }: PictureToPlanProps): React.JSX.Element {
  const isChosen = chosen.includes(item.id)
  const hasPicture = !isVideo(item) || item.hasCover
  return (
    <button
      type="button"
      className={styles.picture}
      aria-pressed={isChosen}
      aria-label={altText === '' ? item.fileName : altText}
      title={item.fileName}
      data-place={isChosen ? chosen.indexOf(item.id) + 1 : undefined}
      data-carried={asAttribute({ kind: 'pictures', mediaIds: isChosen ? chosen : [item.id] })}
      onClick={onPress}
    >
      {hasPicture ? <img src={mediaAddress(workspaceId, item.id, 'small')} alt="" loading="lazy" decoding="async" draggable={false} /> : <Film aria-hidden="true" />}
    </button>
  )
}
