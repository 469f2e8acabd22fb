import { networkIds } from '../../../shared/networks/network-id.ts'
import type { Person } from '../../../shared/people/person.ts'
import { newId } from '../../bridge/system-random.ts'
import listStyles from '../../components/listbox.module.css'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import styles from './People.module.css'
import type { Candidate } from './use-people.ts'

export interface PersonOptionProps {
  readonly id: string
  readonly candidate: Candidate
  readonly isChosen: boolean
  readonly onHover: () => void
  readonly onTake: () => void
}

/** Somebody who may be meant, in a list beside a text that keeps the focus. */
export function PersonOption({ id, candidate, isChosen, onHover, onTake }: PersonOptionProps): React.JSX.Element {
  const { name, handles } = candidate.kind === 'kept' ? candidate.person : { name: candidate.name, handles: { [candidate.networkId]: candidate.handle } }
  const networks = networkIds.filter((networkId) => handles[networkId] !== undefined)

  function handlePress(event: React.MouseEvent): void {
    // The text keeps the focus.
    event.preventDefault()
    if (event.button === 0) onTake()
  }

  return (
    <div id={id} role="option" tabIndex={-1} aria-selected={isChosen} className={listStyles.item} {...(isChosen ? { 'data-highlighted': '' } : {})} onMouseMove={onHover} onMouseDown={handlePress}>
      <span className={styles.networks} aria-hidden="true">
        {networks.map((networkId) => (
          <NetworkIcon key={networkId} networkId={networkId} size={14} />
        ))}
      </span>
      <span className={styles.name}>{name}</span>
      <span className={styles.handle}>{networks.map((networkId) => `@${handles[networkId] ?? ''}`).join(' · ')}</span>
    </div>
  )
}

/** To be kept for the client. */
export function personOf(candidate: Candidate): Person {
  return candidate.kind === 'kept' ? candidate.person : { id: newId(), name: candidate.name.slice(0, 120), handles: { [candidate.networkId]: candidate.handle } }
}

export function candidateKey(candidate: Candidate): string {
  return candidate.kind === 'kept' ? candidate.person.id : `${candidate.networkId} ${candidate.handle}`
}
