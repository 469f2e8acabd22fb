import listStyles from '../../components/listbox.module.css'
import { useStudio } from '../../shell/studio-store.ts'
import { withTone, type Emoji } from './emoji-catalogue.ts'
import styles from './EmojiOptions.module.css'

export interface EmojiOptionsProps {
  /** Of the list; its lines are called by it and their place. */
  readonly id: string
  readonly emoji: readonly Emoji[]
  readonly chosen: number
  readonly onHover: (place: number) => void
  readonly onTake: (emoji: Emoji) => void
}

/** The lines of a list beside a text that keeps the focus. */
export function EmojiOptions({ id, emoji, chosen, onHover, onTake }: EmojiOptionsProps): React.JSX.Element {
  const tone = useStudio(({ settings }) => settings.emojiTone)

  function handlePress(event: React.MouseEvent, pressed: Emoji): void {
    // The text keeps the focus.
    event.preventDefault()
    if (event.button === 0) onTake(pressed)
  }

  return (
    <>
      {emoji.map((one, place) => (
        <div key={one.character} id={`${id}-${String(place)}`} role="option" tabIndex={-1} aria-selected={place === chosen} className={listStyles.item} {...(place === chosen ? { 'data-highlighted': '' } : {})} onMouseMove={() => onHover(place)} onMouseDown={(event) => handlePress(event, one)}>
          <span className={styles.emoji} aria-hidden="true">
            {withTone(one, tone)}
          </span>
          <span className={listStyles.text}>{one.name}</span>
        </div>
      ))}
    </>
  )
}
