import { monogramOf } from './monogram.ts'
import { joinClassNames } from './join-class-names.ts'
import styles from './Avatar.module.css'

export interface AvatarProps {
  /** The person's name or handle; two letters of it are drawn. */
  readonly name: string
  /** An address of Vigie's own media scheme or `data:`; anything else is ignored, so that no stranger's server is ever called. */
  readonly source?: string | null
  /** Pixels at normal zoom. Default 28. */
  readonly size?: 16 | 20 | 24 | 28 | 36 | 48
  /** `person` is round, `client` square in the client's colour. */
  readonly shape?: 'person' | 'client'
  readonly className?: string
}

const localSource = /^(vigie-media:|data:image\/)/

/** A face or a monogram. Purely decorative: the name stands beside it. */
export function Avatar({ name, source = null, size = 28, shape = 'person', className }: AvatarProps) {
  // At 16 px two letters cannot be read.
  const letters = size === 16 ? [...monogramOf(name)].slice(0, 1).join('') : monogramOf(name)
  const isLocal = source !== null && localSource.test(source)
  return (
    <span
      className={joinClassNames(styles.avatar, className)}
      data-shape={shape}
      data-hue={shape === 'person' ? hueOf(name) : undefined}
      style={{ '--avatar': `${String(size / 16)}rem` }}
      aria-hidden
    >
      {isLocal ? <img src={source} alt="" className={styles.image} /> : letters}
    </span>
  )
}

/** One of six quiet grounds, always the same for the same name. */
function hueOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return sum % 6
}
