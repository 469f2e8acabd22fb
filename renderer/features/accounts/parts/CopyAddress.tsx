import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { showToast } from '../../../components/toaster.ts'
import styles from './OwnApp.module.css'

/** An address to be entered elsewhere letter by letter, with the button that copies it. */
export function CopyAddress({ address }: { readonly address: string }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const [isCopied, setCopied] = useState(false)

  async function handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address)
      setCopied(true)
    } catch {
      // The clipboard may be refused to an unfocused window; the address stands beside the button.
      showToast({ kind: 'warning', title: t('ownApp.copyFailed'), detail: address, duration: 0 })
    }
  }

  return (
    <div className={styles.address}>
      <code>{address}</code>
      <Button size="small" variant="quiet" icon={isCopied ? Check : Copy} aria-label={t('ownApp.copyLabel', { address })} onClick={() => void handleCopy()}>
        {isCopied ? t('ownApp.copied') : t('ownApp.copy')}
      </Button>
    </div>
  )
}
