import { ArrowLeft, ArrowRight, ImagePlus, X } from 'lucide-react'
import { memo, useRef, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilmCaptions } from '../../../../shared/captions/film-captions.ts'
import { isVideo, mediaAddress, offeredPictures, videoTypes, type MediaItem } from '../../../../shared/media/media-item.ts'
import type { FilmLimits } from '../../../../shared/media/fit-film.ts'
import type { FocalPoint, PostContent } from '../../../../shared/posts/post.ts'
import { Button } from '../../../components/Button.tsx'
import { Film } from '../../../components/Film.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { filmLength } from '../../../language/film-length.ts'
import { offeredCaptions } from '../../captions/add-captions-file.ts'
import { CaptionsButton } from '../../captions/CaptionsButton.tsx'
import { CaptionsLine } from '../../captions/CaptionsLine.tsx'
import { useCaptionLanguages } from '../../captions/use-caption-languages.ts'
import { CoverButton } from '../../videos/CoverButton.tsx'
import { VideoEditButton } from '../../videos/VideoEditButton.tsx'
import { FocalPointButton } from '../../pictures/FocalPointButton.tsx'
import { PictureEditButton } from '../../pictures/PictureEditButton.tsx'
import { SpelledTextArea } from '../../spelling/Spelled.tsx'
import { LibraryButton } from '../library/LibraryButton.tsx'
import type { MediaChange } from '../composer-changes.ts'
import { AddingFiles } from './AddingFiles.tsx'
import { useMediaDrag } from './use-media-drag.ts'
import styles from './MediaStrip.module.css'

export interface MediaStripProps {
  readonly workspaceId: string
  readonly media: PostContent['media']
  /** What is known of the files. */
  readonly items: readonly MediaItem[]
  readonly isEditable: boolean
  readonly onChange: (change: MediaChange) => void
  /** Dragged to another place, counted from 0. */
  readonly onPlace: (mediaId: string, place: number) => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onStored: (item: MediaItem, altText: string) => void
  /** A picture was made of that one, to take its place; `focus`: where what has to be seen is on it, null: nowhere. */
  readonly onMade: (mediaId: string, item: MediaItem, focus: FocalPoint | null) => void
  /** What the networks take that get this film. */
  readonly filmLimits: (mediaId: string) => FilmLimits
  /** What stands for a film; null: each network's choice. */
  readonly onCover: (mediaId: string, picture: MediaItem | null, atMs: number | null) => void
  /** A film's subtitles. */
  readonly onCaptions: (mediaId: string, captions: readonly FilmCaptions[]) => void
  readonly onRemoveCaptions: (mediaId: string, captions: FilmCaptions, language: string) => void
  /** What of a picture has to be seen; null: nobody's choice. */
  readonly onFocus: (mediaId: string, focus: FocalPoint | null) => void
}

/** The post's images and videos in the order in which they go out, each with its description. */
export const MediaStrip = memo(function MediaStrip({ workspaceId, media, items, isEditable, onChange, onPlace, onFiles, onStored, onMade, filmLimits, onCover, onCaptions, onRemoveCaptions, onFocus }: MediaStripProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { t: ofPictures } = useTranslation('pictures')
  const { t: ofVideos } = useTranslation('videos')
  const { t: ofCaptions } = useTranslation('captions')
  const { nameOf } = useCaptionLanguages()
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
            const named = (name: 'altLabel' | 'earlier' | 'later' | 'remove'): string => t(`media.${kind}.${name}`, { position: index + 1 })
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
                  label={named('altLabel')}
                  isLabelHidden
                  placeholder={t('media.altPlaceholder')}
                  value={item.altText}
                  maxLength={2000}
                  rows={2}
                  maxRows={5}
                  readOnly={!isEditable}
                  onChange={(altText) => onChange({ kind: 'describe', mediaId: item.mediaId, altText })}
                />
                {isEditable && (
                  <div className={styles.tools}>
                    {known !== undefined && isVideo(known) && <VideoEditButton form="icon" label={ofVideos('editPlace', { position: index + 1 })} workspaceId={workspaceId} item={known} altText={item.altText} limits={() => filmLimits(item.mediaId)} onMade={(made) => onMade(item.mediaId, made, null)} />}
                    {known !== undefined && isVideo(known) && <CoverButton label={ofVideos('cover.place', { position: index + 1 })} workspaceId={workspaceId} film={known} cover={item.cover ?? null} onChoose={(picture, atMs) => onCover(item.mediaId, picture, atMs)} />}
                    {known !== undefined && isVideo(known) && <CaptionsButton label={ofCaptions('place', { position: index + 1 })} workspaceId={workspaceId} film={known} captions={item.captions ?? []} onChange={(captions) => onCaptions(item.mediaId, captions)} onRemove={(removed) => onRemoveCaptions(item.mediaId, removed, nameOf(removed.language))} />}
                    {kind === 'picture' && <PictureEditButton form="icon" label={ofPictures('editPlace', { position: index + 1 })} workspaceId={workspaceId} mediaId={item.mediaId} altText={item.altText} focus={item.focus} onMade={(made, focus) => onMade(item.mediaId, made, focus)} />}
                    {kind === 'picture' && known !== undefined && <FocalPointButton label={ofPictures('focus.place', { position: index + 1 })} workspaceId={workspaceId} item={known} altText={item.altText} focus={item.focus ?? null} onChoose={(focus) => onFocus(item.mediaId, focus)} />}
                    <IconButton size="small" icon={ArrowLeft} label={named('earlier')} disabled={index === 0} onClick={() => onChange({ kind: 'place_media', mediaId: item.mediaId, place: index - 1 })} />
                    <IconButton size="small" icon={ArrowRight} label={named('later')} disabled={index === media.length - 1} onClick={() => onChange({ kind: 'place_media', mediaId: item.mediaId, place: index + 1 })} />
                    <IconButton size="small" icon={X} label={named('remove')} onClick={() => onChange({ kind: 'detach', mediaId: item.mediaId })} />
                  </div>
                )}
                <CaptionsLine captions={item.captions ?? []} />
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
