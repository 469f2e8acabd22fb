import { useTranslation } from 'react-i18next'
import type { CaptionLanguage } from '../../../../shared/captions/caption-languages.ts'
import { Film } from '../../../components/Film.tsx'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { filmLength } from '../../../language/film-length.ts'
import { useCaptionLanguages } from '../../captions/use-caption-languages.ts'
import { useCaptionTracks, type CaptionsToPlay } from '../../captions/use-caption-tracks.ts'
import { Mark } from './Marked.tsx'
import type { PreviewImage } from './preview-props.ts'
import { usePreviewSetting } from './preview-setting.ts'
import styles from './previews.module.css'

/** A picture of the post, or its film with cover and length, which plays here. */
export function PreviewPicture({ image, className }: { readonly image: PreviewImage; readonly className?: string | undefined }): React.JSX.Element {
  const { address, altText, film, focus } = image
  if (film === undefined) return <img className={className} src={address} alt={altText} draggable={false} {...(focus === undefined ? {} : { style: { objectPosition: `${String(focus.x * 100)}% ${String(focus.y * 100)}%` } })} />
  return <PreviewFilm film={film} address={address} altText={altText} className={className} />
}

const none: readonly CaptionsToPlay[] = []

/** With the subtitles that the network gets: its player here offers them, as the network's own does. */
function PreviewFilm({ film: { address, fileName, durationMs, hasCover, captions }, address: cover, altText, className }: Pick<PreviewImage, 'address' | 'altText'> & { readonly film: NonNullable<PreviewImage['film']>; readonly className?: string | undefined }): React.JSX.Element {
  const { workspaceId } = usePreviewSetting()
  // What cannot be played (the page for the client) needs none.
  const tracks = useCaptionTracks(workspaceId, address === '' ? none : (captions ?? none))
  return <Film className={className} address={address} cover={hasCover ? cover : null} label={altText === '' ? fileName : altText} length={filmLength(durationMs)} tracks={tracks} sign={captions === undefined ? null : <CaptionsSign languages={captions.map(({ language }) => language)} />} />
}

/** That subtitles are there, as players say it. */
function CaptionsSign({ languages }: { readonly languages: readonly CaptionLanguage[] }): React.JSX.Element {
  const { t } = useTranslation('captions')
  const { nameOf } = useCaptionLanguages()
  const words = t('mark', { languages: languages.map(nameOf).join(', ') })
  return (
    <span className={styles.captions} title={words}>
      <span aria-hidden="true">CC</span>
      <VisuallyHidden>{words}</VisuallyHidden>
      <Mark element="captions" />
    </span>
  )
}
