import { useTranslation } from 'react-i18next'
import { networkIds, type NetworkId } from '../../../shared/networks/network-id.ts'
import type { ReadContact } from '../../../shared/people/contacts/contact.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useNetworkNames } from '../../language/use-network-names.ts'
import styles from './People.module.css'

export interface ContactRowProps {
  readonly contact: ReadContact
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

/** Somebody in a file: what they are called on each network, and what is kept of them. Who would bring nothing cannot be chosen. */
export function ContactRow({ contact, isChosen, onChoose }: ContactRowProps): React.JSX.Element {
  const { t } = useTranslation('people')
  const names = useNetworkNames()
  const { name, handles, line, known, adds } = contact
  const isKnown = known !== null && Object.keys(adds).length === 0
  const hint = (
    <span className={styles.facts}>
      {networksIn(handles).map((networkId) => (
        <span key={networkId}>
          <NetworkIcon networkId={networkId} size={14} /> <VisuallyHidden>{names.name(networkId)}</VisuallyHidden> @{handles[networkId]}
        </span>
      ))}
      <StateOf contact={contact} />
      <span>{t('contacts.line', { line })}</span>
    </span>
  )
  return <li><Checkbox label={name} hint={hint} checked={isChosen} disabled={isKnown} onChange={onChoose} /></li>
}

function StateOf({ contact: { name, handles, known, adds, differs, isNamesake } }: { readonly contact: ReadContact }): React.JSX.Element {
  const { t } = useTranslation('people')
  const names = useNetworkNames()
  const isKnown = known !== null && Object.keys(adds).length === 0
  return (
    <>
      {isKnown && <span>{known.name === name ? t('contacts.known') : t('contacts.knownAs', { name: known.name })}</span>}
      {known !== null && !isKnown && <span>{t('contacts.adds', { name: known.name })}</span>}
      {networksIn(differs).map((networkId) => <span key={networkId}>{t('contacts.differs', { network: names.name(networkId) })}</span>)}
      {isNamesake && <span>{t('contacts.namesake')}</span>}
      {known === null && Object.keys(handles).length === 0 && <span>{t('contacts.noHandle')}</span>}
    </>
  )
}

function networksIn(handles: ReadContact['handles']): readonly NetworkId[] {
  return networkIds.filter((networkId) => handles[networkId] !== undefined)
}
