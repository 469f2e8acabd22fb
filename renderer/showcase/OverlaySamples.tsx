import { Archive, Clock, Copy, Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Menu } from '../components/Menu.tsx'
import { Popover } from '../components/Popover.tsx'
import { TextField } from '../components/TextField.tsx'
import { Row, Sample } from './Sample.tsx'

function ignore() {
  // Samples do nothing.
}

export function OverlaySamples() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | null>(null)
  const [name, setName] = useState('')
  return (
    <Sample title="Layers">
      <Row>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('confirm')}>Question</Button>
        <Menu
          trigger={<IconButton icon={Ellipsis} label="More actions" variant="secondary" />}
          entries={[
            { kind: 'heading', id: 'h', label: 'Conversation' },
            { id: 'done', label: 'Mark as done', icon: Archive, shortcut: 'e', onSelect: ignore },
            { id: 'snooze', label: 'Snooze until tomorrow', icon: Clock, shortcut: 'h', onSelect: ignore },
            { id: 'copy', label: 'Copy the link', icon: Copy, onSelect: ignore, disabled: true },
            { kind: 'separator', id: 's' },
            { id: 'remove', label: 'Remove', icon: Trash2, tone: 'danger', onSelect: ignore }
          ]}
        />
        <Popover label="Time zone" trigger={<Button>Popover</Button>}>
          Times are shown in Europe/Paris.
        </Popover>
      </Row>
      <Dialog
        open={open === 'dialog'}
        onOpenChange={() => setOpen(null)}
        title="Add a feed"
        description="The address of a feed, or of a page that names one."
        footer={
          <>
            <Button onClick={() => setOpen(null)}>Cancel</Button>
            <Button variant="primary">Add</Button>
          </>
        }
      >
        <TextField label="Address" type="url" value={name} onChange={setName} placeholder="https://" />
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onOpenChange={() => setOpen(null)}
        title="Remove this account?"
        text="Its secret leaves the keychain. What was published stays where it is, and the conversations stay as history."
        confirmLabel="Remove account"
        tone="danger"
        onConfirm={() => setOpen(null)}
      />
    </Sample>
  )
}
