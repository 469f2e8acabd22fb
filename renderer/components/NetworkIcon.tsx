import type { ReactNode } from 'react'
import { monogramOf } from './monogram.ts'
import styles from './NetworkIcon.module.css'

export interface NetworkIconProps {
  /** `bluesky`, `mastodon`, `wordpress`, `x`, `practice`; any other gets a letter mark. */
  readonly networkId: string
  /** Spoken name. Leave out where the name stands beside it. */
  readonly label?: string
  readonly size?: 14 | 16 | 20 | 24 | 32
}

/*
 * Drawings of our own that hint at what the network is about (sky, a public square's horn, a page with text, a crier's stand, a buoy to practise
 * round). They are not the networks' marks, whose use is tied to conditions.
 */
const drawings: Readonly<Record<string, ReactNode>> = {
  bluesky: <path d="M4.4 10.9a2.4 2.4 0 0 1 .2-4.8 3.5 3.5 0 0 1 6.7-.7 2.8 2.8 0 0 1 .4 5.5Z" />,
  mastodon: (
    <>
      <path d="M3 6.6v2.8l6.6 2.9V3.7Z" />
      <path d="M12 6.2a2.6 2.6 0 0 1 0 3.6M5.2 10.3v1.5c0 .8.5 1.3 1.2 1.3s1.1-.5 1.1-1.1v-.7" />
    </>
  ),
  wordpress: <path d="M4.2 3.2h7.6v9.6H4.2ZM6.3 6h3.4M6.3 8.1h3.4M6.3 10.2h1.9" />,
  // Two who speak in turn.
  discourse: <path d="M2.8 3.6h7v4.6H6.2L4.4 10V8.2H2.8ZM11.6 6.4h1.6v4.4h-1.4v1.6l-1.7-1.6H7.4" />,
  // Something folded, on its way.
  telegram: <path d="M2.8 8.2 13 3.6l-2.2 9-3.4-2.4-1.7 1.7-.4-2.9L13 3.6M5.3 9 2.8 8.2" />,
  // Two eyes above a table where many sit together.
  discord: <path d="M3 11.8c.3-3.2.9-5.6 1.9-7.2l1.8-.6.5 1.1h1.6l.5-1.1 1.8.6c1 1.6 1.6 4 1.9 7.2-1 .7-1.9 1-2.7 1l-.8-1.4H6.5l-.8 1.4c-.8 0-1.7-.3-2.7-1ZM6.3 8.7v.2M9.7 8.7v.2" />,
  // A page with a corner turned down, which speaks.
  facebook: <path d="M4 3h5.6L12 5.4v4.2H7.4L5.2 12V9.6H4ZM9.4 3.2v2.4h2.4M6 7.4h4" />,
  // A case that is carried to work.
  linkedin: <path d="M3 5.6h10v6.8H3ZM6 5.6V4.2c0-.5.3-.8.8-.8h2.4c.5 0 .8.3.8.8v1.4M3 8.6h10M8 8v1.4" />,
  // A house where many work.
  linkedin_page: <path d="M3.6 12.8V3.4h5.2v9.4M8.8 6.6h3.6v6.2M2.6 12.8h10.8M5.4 5.6h1.6M5.4 7.8h1.6M5.4 10h1.6M10.6 8.8v.1M10.6 10.8v.1" />,
  // A picture in its frame, with something that shines.
  instagram: <path d="M3.4 3.4h9.2v9.2H3.4ZM3.4 10.4 6.2 7.6l2.4 2.4 1.6-1.4 2.4 2.2M9.9 5.9v.2" />,
  // A spool, with its thread drawn out.
  threads: <path d="M4.4 3.2h6M4.4 12.8h6M5.4 3.2v9.6M9.4 3.2v9.6M5.4 5.8h4M5.4 8h4M5.4 10.2h4c2 0 3.2.6 3.2 2.4" />,
  // A drawing pin.
  pinterest: <path d="M5.8 3.2h4.4M6.6 3.2v3.6L5 9h6L9.4 6.8V3.2M8 9v4" />,
  // A question that is voted up.
  reddit: <path d="M8 3 4.4 7h2.2v3.4h2.8V7h2.2ZM4.4 12.8h7.2" />,
  // A hand that writes.
  assisted: <path d="M3.2 12.8h9.6M4.6 10.4l.5-2.2 5.4-5.4 1.7 1.7-5.4 5.4Z" />,
  x: <path d="M3.4 11.6h2.2l1.5-2.1h1.8l1.5 2.1h2.2M5.2 3.6h5.6v3.2H5.2ZM8 6.8v2.7" />,
  // A shop under its awning.
  google_business: <path d="M3.6 7.6v5.2h8.8V7.6M3 5.8 4 3.2h8l1 2.6a1.7 1.7 0 0 1-3.3 0 1.7 1.7 0 0 1-3.4 0A1.7 1.7 0 0 1 3 5.8ZM6.8 12.8V9.6h2.4v3.2" />,
  // A strip of film with a beginning.
  youtube: <path d="M2.8 3.8h10.4v8.4H2.8ZM5 3.8v8.4M11 3.8v8.4M2.8 6.6H5M2.8 9.4H5M11 6.6h2.2M11 9.4h2.2" />,
  // A sun that plays: something each day.
  dailymotion: <path d="M8 4.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2ZM7.2 6.6v2.8L9.5 8ZM8 1.9v1M8 13.1v1M1.9 8h1M13.1 8h1M3.7 3.7l.7.7M11.6 11.6l.7.7M12.3 3.7l-.7.7M4.4 11.6l-.7.7" />,
  // A telephone held upright, that sings.
  tiktok: <path d="M4.6 2.4h6.8v11.2H4.6ZM7.9 9.9a1.1 1.1 0 1 1-1.1-1.1h1.1V5.2c.3 1 1 1.5 1.9 1.6" />,
  practice: (
    <>
      <circle cx="8" cy="8" r="4.7" />
      <circle cx="8" cy="8" r="1.7" />
      <path d="m4.7 4.7 2.1 2.1m2.4 2.4 2.1 2.1m0-6.6L9.2 6.8M6.8 9.2l-2.1 2.1" />
    </>
  )
}

/** A network at a glance, in one drawing style. */
export function NetworkIcon({ networkId, label, size = 16 }: NetworkIconProps) {
  const drawing = drawings[networkId]
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <span className={styles.mark} data-network={drawing === undefined ? 'other' : networkId} style={{ '--mark': `${String(size / 16)}rem` }} {...naming}>
      {drawing === undefined ? (
        <span className={styles.letters}>{monogramOf(networkId).slice(0, 1)}</span>
      ) : (
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round">
          {drawing}
        </svg>
      )}
    </span>
  )
}
