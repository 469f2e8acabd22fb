import { useEditorState, type Editor } from '@tiptap/react'
import { Link } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { Popover } from '../../../components/Popover.tsx'
import { TextField } from '../../../components/TextField.tsx'
import styles from './FormatBar.module.css'
import { isAllowedLink } from './is-allowed-link.ts'

/** Puts a link on the chosen words. Addresses pass the same list as pasted ones. */
export function LinkButton({ editor }: { readonly editor: Editor }): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [isOpen, setOpen] = useState(false)
  const [address, setAddress] = useState('')
  const isOn = useEditorState({ editor, selector: ({ editor: current }) => current.isActive('link') })
  const isRefused = address.trim() !== '' && !isAllowedLink(address)

  function handleOpenChange(open: boolean): void {
    const current: unknown = editor.getAttributes('link')['href']
    if (open) setAddress(typeof current === 'string' ? current : '')
    setOpen(open)
  }

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (isRefused) return
    const href = /^[a-z][a-z0-9+.-]*:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`
    const change = editor.chain().focus().extendMarkRange('link')
    if (address.trim() === '') change.unsetLink().run()
    else change.setLink({ href }).run()
    setOpen(false)
  }

  return (
    <Popover label={t('format.link')} open={isOpen} onOpenChange={handleOpenChange} trigger={<IconButton size="small" icon={Link} label={t('format.link')} pressed={isOn} />}>
      <form className={styles.link} onSubmit={handleSubmit}>
        <TextField label={t('format.linkAddress')} placeholder="https://" value={address} onChange={setAddress} {...(isRefused ? { error: t('format.linkRefused') } : {})} />
        <div className={styles.linkActions}>
          <Button type="submit" size="small" variant="primary" disabled={isRefused}>
            {address.trim() === '' ? t('format.linkRemove') : t('format.linkApply')}
          </Button>
        </div>
      </form>
    </Popover>
  )
}
