import { Scissors } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import type { VideoEditorProps } from './VideoEditor.tsx'

const VideoEditor = lazy(async () => ({ default: (await import('./VideoEditor.tsx')).VideoEditor }))

export interface VideoEditButtonProps extends Omit<VideoEditorProps, 'onClose'> {
  readonly label: string
  /** `icon`: among other small tools. */
  readonly form: 'icon' | 'button'
}

/** The way to the editor of one film. */
export function VideoEditButton({ label, form, ...editor }: VideoEditButtonProps): React.JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const open = (): void => setOpen(true)
  return (
    <>
      {form === 'icon' ? <IconButton size="small" icon={Scissors} label={label} onClick={open} /> : <Button icon={Scissors} onClick={open}>{label}</Button>}
      {isOpen && (
        <Suspense fallback={null}>
          <VideoEditor {...editor} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
