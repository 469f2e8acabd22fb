import { ChartNoAxesColumn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLinkAddress } from '../../../shared/posts/check-link.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { Popover } from '../../components/Popover.tsx'
import { LinkTagsForm, type LinkTagsFormProps } from './LinkTagsForm.tsx'
import styles from './LinkTags.module.css'

export interface AddressTagsButtonProps extends LinkTagsFormProps {
  readonly disabled: boolean
}

/** Tags a link that stands in a field of its own, as those in the words are tagged. */
export function AddressTagsButton({ disabled, onFinish, ...rest }: AddressTagsButtonProps): React.JSX.Element {
  const { t } = useTranslation('linkTags')
  const [isOpen, setOpen] = useState(false)
  function handleFinish(address: string, sources: string | null): void {
    onFinish(address, sources)
    setOpen(false)
  }
  const isReady = !disabled && isLinkAddress(rest.address)
  return (
    <Popover label={t('title')} align="end" side="top" className={styles.panel ?? ''} open={isOpen && isReady} onOpenChange={setOpen} trigger={<IconButton size="small" icon={ChartNoAxesColumn} label={t('openField')} disabled={!isReady} />}>
      <LinkTagsForm {...rest} onFinish={handleFinish} />
    </Popover>
  )
}
