import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import type { Place } from '../../../../shared/posts/place.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import styles from './PostFraming.module.css'

export interface PlaceSearchProps {
  readonly workspaceId: string
  /** Whose network is asked. */
  readonly accountId: string
  readonly onChoose: (place: Place) => void
}

type Search = { readonly kind: 'none' } | { readonly kind: 'asking' } | { readonly kind: 'found'; readonly places: readonly Place[] } | { readonly kind: 'failed'; readonly error: StudioError }

/** Places by their name, each with its address: asked when the person says so, for an app that may not ask is refused each time. */
export function PlaceSearch({ workspaceId, accountId, onChoose }: PlaceSearchProps): React.JSX.Element {
  const { t } = useTranslation('framing')
  const [query, setQuery] = useState('')
  const [search, setSearch] = useState<Search>({ kind: 'none' })

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (query.trim() === '' || search.kind === 'asking') return
    setSearch({ kind: 'asking' })
    const answer = await studio.request('places.find', { workspaceId, accountId, query })
    setSearch(answer.ok ? { kind: 'found', places: answer.value.found ?? [] } : { kind: 'failed', error: answer.error })
  }

  function choose(place: Place): void {
    setSearch({ kind: 'none' })
    onChoose(place)
  }

  return (
    <div role="search" className={styles.search}>
      <form className={styles.place} onSubmit={(event) => void ask(event)}>
        <TextField label={t('placeSearch')} hint={t('placeSearchHint')} maxLength={100} value={query} onChange={setQuery} />
        <Button type="submit" busy={search.kind === 'asking'} disabled={query.trim() === ''}>{t('placeSearchAsk')}</Button>
      </form>
      <div role="status">
        {search.kind === 'asking' && t('placeSearching')}
        {search.kind === 'found' && (search.places.length === 0 ? t('noPlaceFound') : <VisuallyHidden>{t('placesFound')}</VisuallyHidden>)}
      </div>
      {search.kind === 'failed' && <ErrorState size="inline" error={search.error} />}
      {search.kind === 'found' && search.places.length > 0 && (
        <ul className={styles.places} aria-label={t('placesFound')}>
          {search.places.map((place) => (
            <li key={place.id}>
              <button type="button" className={styles.found} onClick={() => choose(place)}>
                <span>{place.name}</span>
                {place.address !== undefined && <small>{place.address}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
