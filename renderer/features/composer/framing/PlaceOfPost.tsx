import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asPlace, type Place } from '../../../../shared/posts/place.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { PlaceSearch } from './PlaceSearch.tsx'
import styles from './PostFraming.module.css'

/** Of whom places are asked; `askedOf` null: no account's network can be. */
export interface PlacesAsked {
  readonly workspaceId: string
  readonly askedOf: string | null
}

export interface PlaceOfPostProps extends PlacesAsked {
  readonly place: Place | undefined
  readonly onChange: (place: Place | undefined) => void
}

/** Where the post says that it is: looked for by name where a network can be asked, or the Page of a place by its address or its number, and what the place is called. */
export function PlaceOfPost({ workspaceId, askedOf, place, onChange }: PlaceOfPostProps): React.JSX.Element {
  const { t } = useTranslation('framing')
  const [written, setWritten] = useState(place?.id ?? '')
  const field = useRef<HTMLInputElement | null>(null)
  const isWrong = written.trim() !== '' && asPlace(written) === null

  function write(text: string): void {
    setWritten(text)
    const found = asPlace(text)
    onChange(found === null ? undefined : found.id === place?.id ? place : found)
  }

  function choose(found: Place): void {
    setWritten(found.id)
    onChange(found)
    // What was pressed is gone with its list.
    field.current?.focus()
  }

  function remove(): void {
    write('')
    field.current?.focus()
  }

  return (
    <>
      {askedOf !== null && <PlaceSearch workspaceId={workspaceId} accountId={askedOf} onChoose={choose} />}
      <div className={styles.place}>
        <TextField ref={field} label={t('place')} hint={askedOf === null ? `${t('placeHint')} ${t('placeSearchNone')}` : t('placeHint')} {...(isWrong ? { error: t('placeWrong') } : {})} value={written} onChange={write} spellCheck={false} />
        {written !== '' && <IconButton size="small" icon={X} label={t('placeRemove')} onClick={remove} />}
      </div>
      {place !== undefined && <TextField label={t('placeName')} hint={t('placeNameHint')} maxLength={200} value={place.name} onChange={(name) => onChange({ ...place, name })} />}
      {place?.address !== undefined && <p>{place.address}</p>}
    </>
  )
}
