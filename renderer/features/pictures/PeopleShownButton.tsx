import { UserRoundPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '../../components/IconButton.tsx'
import type { PeopleShownDialogProps } from './PeopleShownDialog.tsx'

const PeopleShownDialog = lazy(async () => ({ default: (await import('./PeopleShownDialog.tsx')).PeopleShownDialog }))

/** The way to who is shown in a picture or a film. */
export function PeopleShownButton({ label, ...dialog }: Omit<PeopleShownDialogProps, 'onClose'> & { readonly label: string }): React.JSX.Element {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton size="small" icon={UserRoundPlus} label={label} onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense fallback={null}>
          <PeopleShownDialog {...dialog} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
