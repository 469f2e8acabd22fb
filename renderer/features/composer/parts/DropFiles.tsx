import { useState, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './DropFiles.module.css'

export interface DropFilesProps {
  readonly className: string | undefined
  /** The post stands as it is: nothing is taken. */
  readonly isOff: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** Files may be let go anywhere on the writing side, and it says so while they hang over it; by keyboard there is the button. */
export function DropFiles({ className, isOff, onFiles, children }: DropFilesProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [isOver, setOver] = useState(false)

  function handleOver(event: DragEvent): void {
    if (isOff || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }

  /** Going from one thing within to another one is no leaving. */
  function handleLeave({ currentTarget, relatedTarget }: DragEvent): void {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
  }

  /** What is let go on the text itself, the editor has taken. */
  function handleDrop(event: DragEvent): void {
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (isOff || files.length === 0 || event.defaultPrevented) return
    event.preventDefault()
    onFiles(files)
  }

  return (
    // A place to drop on.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.place} onDragOver={handleOver} onDragLeave={handleLeave} onDrop={handleDrop}>
      <div className={className}>{children}</div>
      {isOver && <p className={styles.sign}>{t('media.drop')}</p>}
    </div>
  )
}
