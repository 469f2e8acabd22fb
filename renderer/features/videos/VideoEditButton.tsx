import { Scissors } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import type { VideoEditorProps } from './VideoEditor.tsx'

const VideoEditor = lazy(async () => ({ default: (await import('./VideoEditor.tsx')).VideoEditor }))

export interface VideoEditButtonProps extends Omit<VideoEditorProps, 'onClose'> {
  readonly label: string
  /** `icon`: among other small tools. `words`: in a line of text. */
  readonly form: 'icon' | 'button' | 'words'
}

/** The way to the editor of one film. */
export function VideoEditButton({ label, form, ...editor }: VideoEditButtonProps): React.JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const open = (): void => setOpen(true)
  return (
    <>
      {form === 'icon' && <IconButton size="small" icon={Scissors} label={label} onClick={open} />}
      {form === 'button' && <Button icon={Scissors} onClick={open}>{label}</Button>}
      {form === 'words' && <button type="button" onClick={open}>{label}</button>}
      {isOpen && (
        <Suspense fallback={null}>
          <VideoEditor {...editor} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
