import { useState, type ReactNode } from 'react'
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
  /** What stands in its other corner. */
  readonly sign?: ReactNode
  /** Its subtitles, which its player offers. Left out: nobody has given any. */
  readonly tracks?: readonly FilmTrack[]
}

export interface FilmTrack {
  /** Of a WebVTT file. */
  readonly address: string
  readonly language: string
  readonly label: string
}

/** A film with its cover and its length, which plays where it stands. Nothing of it is fetched before somebody starts it. */
export function Film({ address, cover, label, length, className, sign, tracks = [] }: FilmProps): React.JSX.Element {
  const [measured, setMeasured] = useState<string | null>(null)
  const [first, ...others] = tracks
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
          {/* Without any, the description is what a person without hearing or sight is given. */}
          <track kind="captions" {...(first === undefined ? {} : trackProps(first))} />
          {others.map((track) => (
            <track key={track.address} kind="captions" {...trackProps(track)} />
          ))}
        </video>
      )}
      {sign}
      {shownLength !== null && <span className={styles.length}>{shownLength}</span>}
    </span>
  )
}

function trackProps({ address, language, label }: FilmTrack): { readonly src: string; readonly srcLang: string; readonly label: string } {
  return { src: address, srcLang: language, label }
}
