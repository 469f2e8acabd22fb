import { X } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isVideo, type MediaItem } from '../../../shared/media/media-item.ts'
import { mostPeopleTold, type PersonTag } from '../../../shared/posts/person-tag.ts'
import type { FocalPoint } from '../../../shared/posts/post.ts'
import { asUserNames } from '../../../shared/posts/user-names.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { TextField } from '../../components/TextField.tsx'
import { PeopleStage } from './PeopleStage.tsx'
import styles from './PeopleShown.module.css'

export interface PeopleShownDialogProps {
  readonly workspaceId: string
  readonly item: MediaItem
  readonly altText: string
  readonly people: readonly PersonTag[]
  readonly onChange: (people: readonly PersonTag[]) => void
  readonly onClose: () => void
}

/** Says who is shown: on a picture one points, and writes the name; of a film the name alone. */
export function PeopleShownDialog({ workspaceId, item, altText, people: before, onChange, onClose }: PeopleShownDialogProps): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const isFilm = isVideo(item)
  const [people, setPeople] = useState(before)
  const [next, setNext] = useState<FocalPoint>(() => freePlace(before))
  const [written, setWritten] = useState('')
  const [wrong, setWrong] = useState<'notAName' | 'twice' | 'full' | null>(null)
  const isFull = people.length >= mostPeopleTold
  const field = useRef<HTMLInputElement | null>(null)

  /** With the one who is being written; null: that cannot be. */
  function withWritten(): readonly PersonTag[] | null {
    if (written.trim() === '') return people
    const [name] = asUserNames([written], 1)
    const isThere = people.some((person) => person.name === name)
    setWrong(isFull ? 'full' : name === undefined ? 'notAName' : isThere ? 'twice' : null)
    return isFull || name === undefined || isThere ? null : [...people, { name, ...(isFilm ? {} : { at: next }) }]
  }

  function add(event: FormEvent): void {
    event.preventDefault()
    const added = withWritten()
    if (added === null) return
    setPeople(added)
    setWritten('')
    setNext(freePlace(added))
    field.current?.focus()
  }

  function keep(): void {
    const all = withWritten()
    if (all === null) return field.current?.focus()
    onChange(all)
    onClose()
  }

  function remove(name: string): void {
    setPeople(people.filter((person) => person.name !== name))
    field.current?.focus()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('people.title')}
      description={t(isFilm ? 'people.textFilm' : 'people.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onClick={keep}>{t('people.keep')}</Button>
        </>
      }
    >
      {!isFilm && (
        <PeopleStage
          workspaceId={workspaceId}
          item={item}
          altText={altText}
          people={people}
          next={isFull ? null : next}
          onNext={setNext}
          onPointed={(point) => {
            setNext(point)
            // The press would take the focus from it again.
            requestAnimationFrame(() => field.current?.focus())
          }}
          onMove={(name, at) => setPeople(people.map((person) => (person.name === name ? { ...person, at } : person)))}
          onRemove={remove}
        />
      )}
      {/* It stays when no more can be named: what had the focus is not taken away, and whoever makes room writes on. */}
      <form className={styles.add} onSubmit={add}>
        <TextField ref={field} label={t('people.name')} hint={t(isFull ? 'people.full' : 'people.hint', { max: mostPeopleTold })} {...(wrong === null ? {} : { error: t(`people.${wrong}`, { name: written.trim(), max: mostPeopleTold }) })} value={written} onChange={(text) => { setWritten(text); setWrong(null) }} autoCapitalize="none" spellCheck={false} />
        <Button type="submit" disabled={written.trim() === '' || isFull}>{t('people.add')}</Button>
      </form>
      {people.length > 0 && (
        <ul className={styles.list} aria-label={t('people.list')}>
          {people.map(({ name }) => (
            <li key={name}>
              <span>@{name}</span>
              <IconButton size="small" icon={X} label={t('people.remove', { name: `@${name}` })} onClick={() => remove(name)} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

/** Where nobody is marked yet, from the middle on. */
function freePlace(people: readonly PersonTag[]): FocalPoint {
  const places = [0.5, 0.25, 0.75].flatMap((y) => [0.5, 0.25, 0.75].map((x) => ({ x, y })))
  const isFree = (place: FocalPoint): boolean => people.every(({ at }) => at === undefined || Math.hypot(at.x - place.x, at.y - place.y) > 0.1)
  return places.find(isFree) ?? { x: 0.5, y: 0.5 }
}
