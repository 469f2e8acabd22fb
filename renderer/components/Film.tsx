import { useState } from 'react'
import { filmLength } from '../language/film-length.ts'
import { joinClassNames } from './join-class-names.ts'
import styles from './Film.module.css'

export interface FilmProps {
  /** Where the film itself is; left out where it is not to be played. */
  readonly address?: string
  /** The picture that stands for it; null: its own first one does. */
  readonly cover: string | null
  /** What it shows, in words. */
  readonly label: string
  /** 0:43; left out where only the film itself knows. */
  readonly length?: string
  readonly className?: string | undefined
}

/** A film with its cover and its length, which plays where it stands. Nothing of it is fetched before somebody starts it. */
export function Film({ address, cover, label, length, className }: FilmProps): React.JSX.Element {
  const [measured, setMeasured] = useState<string | null>(null)
  const shownLength = length ?? measured
  return (
    <span className={joinClassNames(styles.film, className)} data-film>
      {address === undefined ? (
        cover !== null && <img src={cover} alt={label} draggable={false} />
      ) : (
        <video
          src={address}
          {...(cover === null ? {} : { poster: cover })}
          preload={cover === null || length === undefined ? 'metadata' : 'none'}
          controls
          playsInline
          aria-label={label}
          onLoadedMetadata={({ currentTarget: { duration } }) => setMeasured(Number.isFinite(duration) ? filmLength(duration * 1000) : null)}
        >
          {/* Vigie knows no subtitles: the description is what a person without hearing or sight is given. */}
          <track kind="captions" />
        </video>
      )}
      {shownLength !== null && <span className={styles.length}>{shownLength}</span>}
    </span>
  )
}
