import { mediaAddress, type VideoItem } from '../../../shared/media/media-item.ts'
import { Film } from '../../components/Film.tsx'
import { filmLength } from '../../language/film-length.ts'
import { useCaptionTracks } from '../captions/use-caption-tracks.ts'
import { useCaptionsOf } from '../captions/use-captions-of.ts'
import styles from './Library.module.css'

/** A film of the library, which plays here with the subtitles that it has in the client's posts. */
export function LibraryFilm({ workspaceId, item, altText }: { readonly workspaceId: string; readonly item: VideoItem; readonly altText: string }): React.JSX.Element {
  const tracks = useCaptionTracks(workspaceId, useCaptionsOf(workspaceId, item.id))
  return <Film className={styles.film} address={mediaAddress(workspaceId, item.id)} cover={item.hasCover ? mediaAddress(workspaceId, item.id, 'small') : null} label={altText === '' ? item.fileName : altText} length={filmLength(item.durationMs)} tracks={tracks} />
}
