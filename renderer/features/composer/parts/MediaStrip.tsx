import { ImagePlus } from 'lucide-react'
import { memo, useRef, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isVideo, mediaAddress, offeredPictures, videoTypes, type MediaItem } from '../../../../shared/media/media-item.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { Button } from '../../../components/Button.tsx'
import { Film } from '../../../components/Film.tsx'
import { filmLength } from '../../../language/film-length.ts'
import { offeredCaptions } from '../../captions/add-captions-file.ts'
import { CaptionsLine } from '../../captions/CaptionsLine.tsx'
import { PeopleLine } from '../../pictures/PeopleLine.tsx'
import { SpelledTextArea } from '../../spelling/Spelled.tsx'
import { LibraryButton } from '../library/LibraryButton.tsx'
import { AddingFiles } from './AddingFiles.tsx'
import { MediaTools, type MediaToolsProps } from './MediaTools.tsx'
import { useMediaDrag } from './use-media-drag.ts'
import styles from './MediaStrip.module.css'

export interface MediaStripProps extends Omit<MediaToolsProps, 'item' | 'known' | 'place' | 'count'> {
  readonly media: PostContent['media']
  /** What is known of the files. */
  readonly items: readonly MediaItem[]
  readonly isEditable: boolean
  /** Dragged to another place, counted from 0. */
  readonly onPlace: (mediaId: string, place: number) => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onStored: (item: MediaItem, altText: string) => void
}

/** The post's images and videos in the order in which they go out, each with its description. */
export const MediaStrip = memo(function MediaStrip({ workspaceId, media, items, isEditable, onPlace, onFiles, onStored, ...tools }: MediaStripProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const picker = useRef<HTMLInputElement | null>(null)
  const drag = useMediaDrag(media, isEditable && media.length > 1, onPlace)

  function handlePicked(event: ChangeEvent<HTMLInputElement>): void {
    onFiles([...(event.target.files ?? [])])
    // The same file may be chosen again after it was removed.
    event.target.value = ''
  }

  return (
    <section className={styles.strip} data-jump="media" aria-label={t('media.title')}>
      {media.length > 0 && (
        <ol className={styles.images}>
          {media.map((item, index) => {
            const known = items.find(({ id }) => id === item.mediaId)
            const kind = known !== undefined && isVideo(known) ? 'video' : 'picture'
                        return (
            <li key={item.mediaId} className={styles.image} data-media={item.mediaId} {...drag.place(index)}>
              <span className={styles.thumbnail} {...drag.grip(item.mediaId)}>
                <Thumbnail workspaceId={workspaceId} item={items.find(({ id }) => id === item.mediaId)} mediaId={item.mediaId} altText={item.altText} coverId={item.cover?.mediaId ?? null} />
              </span>
              <div className={styles.about}>
                <SpelledTextArea
                  workspaceId={workspaceId}
                  scope={item.mediaId}
                  isTypeset
                  className={styles.description ?? ''}
                  label={t(`media.${kind}.altLabel`, { position: index + 1 })}
                  isLabelHidden
                  placeholder={t('media.altPlaceholder')}
                  value={item.altText}
                  maxLength={2000}
                  rows={2}
                  maxRows={5}
                  readOnly={!isEditable}
                  onChange={(altText) => tools.onChange({ kind: 'describe', mediaId: item.mediaId, altText })}
                />
                {isEditable && <MediaTools {...tools} workspaceId={workspaceId} item={item} known={known} place={index} count={media.length} />}
                <CaptionsLine captions={item.captions ?? []} />
                <PeopleLine people={item.people ?? []} className={styles.people} />
              </div>
            </li>
            )
          })}
        </ol>
      )}
      <AddingFiles workspaceId={workspaceId} />
      {isEditable && (
        <div className={styles.add} data-adds>
          <Button size="small" variant="quiet" icon={ImagePlus} onClick={() => picker.current?.click()}>
            {t('media.add')}
          </Button>
          <LibraryButton workspaceId={workspaceId} attached={media.map(({ mediaId }) => mediaId)} onPick={onStored} />
          <input ref={picker} type="file" accept={[...offeredPictures, ...videoTypes, ...offeredCaptions].join(',')} multiple hidden onChange={handlePicked} aria-label={t('media.add')} />
        </div>
      )}
    </section>
  )
})

function Thumbnail({ workspaceId, item, mediaId, altText, coverId }: { readonly workspaceId: string; readonly item: MediaItem | undefined; readonly mediaId: string; readonly altText: string; readonly coverId: string | null }): React.JSX.Element {
  const small = mediaAddress(workspaceId, mediaId, 'small')
  if (item === undefined || !isVideo(item)) return <img src={small} alt={altText} draggable={false} />
  const cover = coverId === null ? (item.hasCover ? small : null) : mediaAddress(workspaceId, coverId, 'small')
  return <Film className={styles.film} cover={cover} label={altText === '' ? item.fileName : altText} length={filmLength(item.durationMs)} />
}
