import { joinClassNames } from './join-class-names.ts'
import styles from './Film.module.css'

export interface FilmProps {
  /** Where the film itself is; left out where it is not to be played. */
  readonly address?: string
  /** The picture that stands for it; null: its own first one does. */
  readonly cover: string | null
  /** What it shows, in words. */
  readonly label: string
  /** 0:43 */
  readonly length: string
  readonly className?: string | undefined
}

/** A film with its cover and its length, which plays where it stands. Nothing of it is fetched before somebody starts it. */
export function Film({ address, cover, label, length, className }: FilmProps): React.JSX.Element {
  return (
    <span className={joinClassNames(styles.film, className)} data-film>
      {address === undefined ? (
        cover !== null && <img src={cover} alt={label} draggable={false} />
      ) : (
        <video src={address} {...(cover === null ? {} : { poster: cover })} preload={cover === null ? 'metadata' : 'none'} controls playsInline aria-label={label}>
          {/* Vigie knows no subtitles: the description is what a person without hearing or sight is given. */}
          <track kind="captions" />
        </video>
      )}
      <span className={styles.length}>{length}</span>
    </span>
  )
}
