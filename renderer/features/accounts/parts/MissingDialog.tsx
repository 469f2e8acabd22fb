import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../../shared/networks/network-id.ts'
import { whatIsMissing, whysOfMissing, type Missing } from '../../../../shared/networks/what-is-missing.ts'
import type { WhyLacking } from '../../../../shared/networks/lacks.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import styles from './MissingDialog.module.css'

/** What cannot be done with accounts of a network: by the reason, so that nobody looks for it in vain. */
export function MissingDialog({ networkId, onClose }: { readonly networkId: NetworkId; readonly onClose: () => void }): React.JSX.Element {
  const { t } = useTranslation(['accounts', 'components'])
  const network = useNetworkNames().inSentence(networkId)
  const missing = whatIsMissing(capabilitiesOf(networkId))
  return (
    <Dialog open onOpenChange={onClose} title={t('missing.title', { network })} footer={<Button onClick={onClose}>{t('components:close')}</Button>}>
      <div className={styles.reasons}>
        {whysOfMissing.map((why) => (
          <Because key={why} why={why} network={network} missing={missing.filter((each) => each.why === why)} />
        ))}
      </div>
    </Dialog>
  )
}

function Because({ why, network, missing }: { readonly why: WhyLacking; readonly network: string; readonly missing: readonly Missing[] }): React.JSX.Element | null {
  const { t } = useTranslation('accounts')
  const id = useId()
  if (missing.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.reason}>{t(`missing.why.${why}`, { network })}</h3>
      <ul className={styles.list}>
        {missing.map(({ name }) => (
          <li key={name}>{t(`missing.name.${name}`)}</li>
        ))}
      </ul>
    </section>
  )
}
