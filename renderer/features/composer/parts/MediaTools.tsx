import { ArrowLeft, ArrowRight, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FilmCaptions } from '../../../../shared/captions/film-captions.ts'
import type { FilmLimits } from '../../../../shared/media/fit-film.ts'
import { isVideo, type MediaItem } from '../../../../shared/media/media-item.ts'
import type { PersonTag } from '../../../../shared/posts/person-tag.ts'
import type { FocalPoint, PostMedia } from '../../../../shared/posts/post.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { CaptionsButton } from '../../captions/CaptionsButton.tsx'
import { useCaptionLanguages } from '../../captions/use-caption-languages.ts'
import { FocalPointButton } from '../../pictures/FocalPointButton.tsx'
import { PeopleShownButton } from '../../pictures/PeopleShownButton.tsx'
import { PictureEditButton } from '../../pictures/PictureEditButton.tsx'
import type { PictureMove } from '../../pictures/picture-move.ts'
import { CoverButton } from '../../videos/CoverButton.tsx'
import { VideoEditButton } from '../../videos/VideoEditButton.tsx'
import type { MediaChange } from '../composer-changes.ts'
import styles from './MediaStrip.module.css'

export interface MediaToolsProps {
  readonly workspaceId: string
  readonly item: PostMedia
  /** What is known of the file. */
  readonly known: MediaItem | undefined
  /** Among so many, counted from 0. */
  readonly place: number
  readonly count: number
  readonly onChange: (change: MediaChange) => void
  /** A picture was made of that one, to take its place; `move`: where a point of that one is on it; null: a film, of which nothing is pointed at. */
  readonly onMade: (mediaId: string, item: MediaItem, move: PictureMove | null) => void
  /** What the networks take that get this film. */
  readonly filmLimits: (mediaId: string) => FilmLimits
  /** What stands for a film; null: each network's choice. */
  readonly onCover: (mediaId: string, picture: MediaItem | null, atMs: number | null) => void
  /** A film's subtitles. */
  readonly onCaptions: (mediaId: string, captions: readonly FilmCaptions[]) => void
  readonly onRemoveCaptions: (mediaId: string, captions: FilmCaptions, language: string) => void
  /** What of a picture has to be seen; null: nobody's choice. */
  readonly onFocus: (mediaId: string, focus: FocalPoint | null) => void
  /** Some of the networks of the post are told who is shown. */
  readonly tellsPeople: boolean
  readonly onPeople: (mediaId: string, people: readonly PersonTag[]) => void
}

/** What can be done with one file of the post, beside its description. */
export function MediaTools(props: MediaToolsProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { t: ofPictures } = useTranslation('pictures')
  const { workspaceId, item, known, place, count, onChange, tellsPeople, onPeople } = props
  const isFilm = known !== undefined && isVideo(known)
  const named = (name: 'earlier' | 'later' | 'remove'): string => t(`media.${isFilm ? 'video' : 'picture'}.${name}`, { position: place + 1 })
  return (
    <div className={styles.tools}>
      {isFilm ? <FilmTools {...props} known={known} /> : <PictureTools {...props} />}
      {known !== undefined && (tellsPeople || item.people !== undefined) && <PeopleShownButton label={ofPictures(isFilm ? 'people.placeFilm' : 'people.place', { position: place + 1 })} workspaceId={workspaceId} item={known} altText={item.altText} people={item.people ?? []} onChange={(people) => onPeople(item.mediaId, people)} />}
      <IconButton size="small" icon={ArrowLeft} label={named('earlier')} disabled={place === 0} onClick={() => onChange({ kind: 'place_media', mediaId: item.mediaId, place: place - 1 })} />
      <IconButton size="small" icon={ArrowRight} label={named('later')} disabled={place === count - 1} onClick={() => onChange({ kind: 'place_media', mediaId: item.mediaId, place: place + 1 })} />
      <IconButton size="small" icon={X} label={named('remove')} onClick={() => onChange({ kind: 'detach', mediaId: item.mediaId })} />
    </div>
  )
}

function FilmTools({ workspaceId, item, known, place, onMade, filmLimits, onCover, onCaptions, onRemoveCaptions }: MediaToolsProps & { readonly known: Extract<MediaItem, { readonly durationMs: number }> }): React.JSX.Element {
  const { t: ofVideos } = useTranslation('videos')
  const { t: ofCaptions } = useTranslation('captions')
  const { nameOf } = useCaptionLanguages()
  const { mediaId } = item
  return (
    <>
      <VideoEditButton form="icon" label={ofVideos('editPlace', { position: place + 1 })} workspaceId={workspaceId} item={known} altText={item.altText} limits={() => filmLimits(mediaId)} onMade={(made) => onMade(mediaId, made, null)} />
      <CoverButton label={ofVideos('cover.place', { position: place + 1 })} workspaceId={workspaceId} film={known} cover={item.cover ?? null} onChoose={(picture, atMs) => onCover(mediaId, picture, atMs)} />
      <CaptionsButton label={ofCaptions('place', { position: place + 1 })} workspaceId={workspaceId} film={known} captions={item.captions ?? []} onChange={(captions) => onCaptions(mediaId, captions)} onRemove={(removed) => onRemoveCaptions(mediaId, removed, nameOf(removed.language))} />
    </>
  )
}

function PictureTools({ workspaceId, item, known, place, onMade, onFocus }: MediaToolsProps): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const { mediaId, altText, focus } = item
  return (
    <>
      <PictureEditButton form="icon" label={t('editPlace', { position: place + 1 })} workspaceId={workspaceId} mediaId={mediaId} altText={altText} focus={focus} onMade={(made, move) => onMade(mediaId, made, move)} />
      {known !== undefined && <FocalPointButton label={t('focus.place', { position: place + 1 })} workspaceId={workspaceId} item={known} altText={altText} focus={focus ?? null} onChoose={(chosen) => onFocus(mediaId, chosen)} />}
    </>
  )
}
