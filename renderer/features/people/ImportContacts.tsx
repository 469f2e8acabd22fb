import { Upload } from 'lucide-react'
import { useRef, useState, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { ContactsDialog } from './ContactsDialog.tsx'
import { readContactsFile, type ContactsFile } from './contacts-file.ts'

/** The way from a file of contacts, CSV or vCard, to the people who are kept. */
export function ImportContacts({ workspaceId, onImported }: { readonly workspaceId: string; readonly onImported: () => void }): React.JSX.Element {
  const { t } = useTranslation('people')
  const [file, setFile] = useState<ContactsFile | null>(null)
  const [isReading, setReading] = useState(false)
  const picker = useRef<HTMLInputElement | null>(null)

  async function handlePicked(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const picked = event.target.files?.[0]
    if (picked === undefined) return
    setReading(true)
    const read = await readContactsFile(workspaceId, picked)
    setReading(false)
    // The same file, mended, counts as another one then.
    if (picker.current !== null) picker.current.value = ''
    setFile(read)
  }

  return (
    <>
      <Button size="small" icon={Upload} busy={isReading} onClick={() => picker.current?.click()}>{t('contacts.import')}</Button>
      <input ref={picker} type="file" accept=".csv,.tsv,.txt,.vcf,.vcard,text/csv,text/vcard,text/x-vcard" hidden aria-label={t('contacts.import')} onChange={(event) => void handlePicked(event)} />
      {file !== null && <ContactsDialog workspaceId={workspaceId} file={file} onImported={onImported} onClose={() => setFile(null)} />}
    </>
  )
}
