import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadContact } from '../../../shared/people/contacts/contact.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import { ContactRow } from './ContactRow.tsx'
import type { ContactsFile } from './contacts-file.ts'
import { LeftContacts } from './LeftContacts.tsx'
import styles from './People.module.css'

export interface ContactsDialogProps {
  readonly workspaceId: string
  readonly file: ContactsFile
  readonly onImported: () => void
  readonly onClose: () => void
}

/** So many stand in the list at first, and are added by a press. */
const mostShown = 100

/** Who stands in a file of contacts, to be kept or not. Whoever brings something new and can be mentioned is chosen. */
export function ContactsDialog({ workspaceId, file, onImported, onClose }: ContactsDialogProps): React.JSX.Element {
  const { t } = useTranslation('people')
  const formats = useFormats()
  const client = useWorkspace(workspaceId)?.name ?? ''
  const { fileName, contacts, left } = file
  const offered = contacts.filter(bringsNews)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(offered.map(({ line }) => line)))
  const [shown, setShown] = useState(mostShown)
  const [isBusy, setBusy] = useState(false)
  const taken = contacts.filter(({ line }) => chosen.has(line))

  async function keep(): Promise<void> {
    setBusy(true)
    const answer = await studio.request('people.importContacts', { workspaceId, contacts: taken.map(({ name, handles }) => ({ name, handles })) })
    setBusy(false)
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    onImported()
    onClose()
    const imported = answer.value
    const [added, changed] = [imported.added.length, imported.changed.length]
    if (added + changed === 0) showToast({ workspaceId, kind: 'info', title: t('contacts.nothing') })
    else rememberUndo({
      workspaceId,
      label: formats.list([...(added > 0 ? [t('contacts.added', { count: added })] : []), ...(changed > 0 ? [t('contacts.completed', { count: changed })] : [])]),
      will: t('contacts.will'),
      undone: t('contacts.undone', { fileName }),
      async undo() {
        const back = await studio.request('people.undoImport', { workspaceId, imported })
        onImported()
        return back.ok ? null : back.error
      }
    })
  }

  return (
    <Dialog
      open
      size="large"
      onOpenChange={onClose}
      title={t('contacts.title', { fileName })}
      description={t('contacts.text', { client })}
      footer={
        <>
          <span role="status" className={styles.chosen}>{t('contacts.chosen', { count: taken.length })}</span>
          <Button variant="primary" busy={isBusy} disabled={taken.length === 0} onClick={() => void keep()}>{t('contacts.keep')}</Button>
        </>
      }
    >
      <div className={styles.contacts}>
        {contacts.length === 0 ? <p>{t('contacts.nobody')}</p> : <p>{t('contacts.read', { count: contacts.length, new: formats.number(contacts.filter(({ known }) => known === null).length) })}</p>}
        <LeftContacts left={left} />
        {offered.length > 1 && (
          <Checkbox
            label={t('contacts.all')}
            checked={offered.every(({ line }) => chosen.has(line))}
            indeterminate={offered.some(({ line }) => chosen.has(line)) && !offered.every(({ line }) => chosen.has(line))}
            onChange={(isChosen) => setChosen(withAll(chosen, offered, isChosen))}
          />
        )}
        <ul aria-label={t('contacts.list')}>
          {contacts.slice(0, shown).map((contact) => (
            <ContactRow key={contact.line} contact={contact} isChosen={chosen.has(contact.line)} onChoose={(isChosen) => setChosen(withAll(chosen, [contact], isChosen))} />
          ))}
        </ul>
        {contacts.length > shown && <Button size="small" onClick={() => setShown(shown + mostShown)}>{t('contacts.more', { count: Math.min(mostShown, contacts.length - shown) })}</Button>}
      </div>
    </Dialog>
  )
}

function bringsNews({ adds }: ReadContact): boolean {
  return Object.keys(adds).length > 0
}

function withAll(chosen: ReadonlySet<number>, contacts: readonly ReadContact[], isChosen: boolean): ReadonlySet<number> {
  const after = new Set(chosen)
  for (const { line } of contacts) {
    if (isChosen) after.add(line)
    else after.delete(line)
  }
  return after
}
