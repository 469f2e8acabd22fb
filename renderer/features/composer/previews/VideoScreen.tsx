import { Play } from 'lucide-react'
import { Marked } from './Marked.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewPicture } from './PreviewPicture.tsx'

export interface VideoScreenProps {
  readonly frame: PreviewProps['images'][number] | undefined
  /** The network's own shapes. */
  readonly screen: string | undefined
  readonly play: string | undefined
}

/** The video, or the picture that stands for it, with the sign that it can be played. */
export function VideoScreen({ frame, screen, play }: VideoScreenProps): React.JSX.Element {
  return (
    <Marked element="video">
      <div className={screen}>
        {frame && <PreviewPicture image={frame} />}
        {frame?.film === undefined && (
          <span className={play} aria-hidden="true">
            <Play />
          </span>
        )}
      </div>
    </Marked>
  )
}
