import { GalleryThumbnails } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '../../components/IconButton.tsx'
import type { CoverDialogProps } from './CoverDialog.tsx'

const CoverDialog = lazy(async () => ({ default: (await import('./CoverDialog.tsx')).CoverDialog }))

/** The way to the choice of a film's cover. */
export function CoverButton({ label, ...dialog }: Omit<CoverDialogProps, 'onClose'> & { readonly label: string }): React.JSX.Element {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton size="small" icon={GalleryThumbnails} label={label} onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense fallback={null}>
          <CoverDialog {...dialog} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
