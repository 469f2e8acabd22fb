import { Captions } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '../../components/IconButton.tsx'
import type { CaptionsDialogProps } from './CaptionsDialog.tsx'

const CaptionsDialog = lazy(async () => ({ default: (await import('./CaptionsDialog.tsx')).CaptionsDialog }))

/** The way to a film's subtitles. */
export function CaptionsButton({ label, ...dialog }: Omit<CaptionsDialogProps, 'onClose'> & { readonly label: string }): React.JSX.Element {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton size="small" icon={Captions} label={label} onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense fallback={null}>
          <CaptionsDialog {...dialog} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
