import { Film } from '../../../components/Film.tsx'
import { filmLength } from '../../../language/film-length.ts'
import type { PreviewImage } from './preview-props.ts'

/** A picture of the post, or its film with cover and length, which plays here. */
export function PreviewPicture({ image, className }: { readonly image: PreviewImage; readonly className?: string | undefined }): React.JSX.Element {
  const { address, altText, film, focus } = image
  if (film === undefined) return <img className={className} src={address} alt={altText} draggable={false} {...(focus === undefined ? {} : { style: { objectPosition: `${String(focus.x * 100)}% ${String(focus.y * 100)}%` } })} />
  return <Film className={className} address={film.address} cover={film.hasCover ? address : null} label={altText === '' ? film.fileName : altText} length={filmLength(film.durationMs)} />
}
