import { Crop } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import type { PictureEditorProps } from './PictureEditor.tsx'

const PictureEditor = lazy(async () => ({ default: (await import('./PictureEditor.tsx')).PictureEditor }))

export interface PictureEditButtonProps extends Omit<PictureEditorProps, 'onClose'> {
  readonly label: string
  /** `icon`: among other small tools. */
  readonly form: 'icon' | 'button'
}

/** The way to the editor of one picture. */
export function PictureEditButton({ label, form, ...editor }: PictureEditButtonProps): React.JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const open = (): void => setOpen(true)
  return (
    <>
      {form === 'icon' ? <IconButton size="small" icon={Crop} label={label} onClick={open} /> : <Button icon={Crop} onClick={open}>{label}</Button>}
      {isOpen && (
        <Suspense fallback={null}>
          <PictureEditor {...editor} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
