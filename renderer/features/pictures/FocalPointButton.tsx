import { LocateFixed } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '../../components/IconButton.tsx'
import type { FocalPointDialogProps } from './FocalPointDialog.tsx'

const FocalPointDialog = lazy(async () => ({ default: (await import('./FocalPointDialog.tsx')).FocalPointDialog }))

/** The way to what of a picture has to be seen. */
export function FocalPointButton({ label, ...dialog }: Omit<FocalPointDialogProps, 'onClose'> & { readonly label: string }): React.JSX.Element {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton size="small" icon={LocateFixed} label={label} onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense fallback={null}>
          <FocalPointDialog {...dialog} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
