import { ArrowLeft, ArrowRight, ImagePlus, X } from 'lucide-react'
import { useRef, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { mediaAddress, type MediaItem } from '../../../../shared/media/media-item.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { imageTypes } from '../../../../shared/media/media-item.ts'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { TextArea } from '../../../components/TextArea.tsx'
import { LibraryButton } from '../library/LibraryButton.tsx'
import type { ContentChange } from '../composer-changes.ts'
import styles from './MediaStrip.module.css'

export interface MediaStripProps {
  readonly workspaceId: string
  readonly media: PostContent['media']
  readonly isEditable: boolean
  readonly onChange: (change: ContentChange) => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onStored: (item: MediaItem, altText: string) => void
}

/** The post's images in the order in which they go out, each with its description. */
export function MediaStrip({ workspaceId, media, isEditable, onChange, onFiles, onStored }: MediaStripProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const picker = useRef<HTMLInputElement | null>(null)

  function handlePicked(event: ChangeEvent<HTMLInputElement>): void {
    onFiles([...(event.target.files ?? [])])
    // The same file may be chosen again after it was removed.
    event.target.value = ''
  }

  return (
    <section className={styles.strip} aria-label={t('media.title')}>
      {media.length > 0 && (
        <ol className={styles.images}>
          {media.map((item, index) => (
            <li key={item.mediaId} className={styles.image}>
              <img src={mediaAddress(workspaceId, item.mediaId, 'small')} alt={item.altText} draggable={false} />
              <div className={styles.about}>
                <TextArea
                  className={styles.description ?? ''}
                  label={t('media.altLabel', { position: index + 1 })}
                  isLabelHidden
                  placeholder={t('media.altPlaceholder')}
                  value={item.altText}
                  maxLength={2000}
                  rows={2}
                  maxRows={5}
                  readOnly={!isEditable}
                  onChange={(altText) => onChange({ kind: 'describe', mediaId: item.mediaId, altText })}
                />
                {isEditable && (
                  <div className={styles.tools}>
                    <IconButton size="small" icon={ArrowLeft} label={t('media.earlier', { position: index + 1 })} disabled={index === 0} onClick={() => onChange({ kind: 'move_media', mediaId: item.mediaId, by: -1 })} />
                    <IconButton size="small" icon={ArrowRight} label={t('media.later', { position: index + 1 })} disabled={index === media.length - 1} onClick={() => onChange({ kind: 'move_media', mediaId: item.mediaId, by: 1 })} />
                    <IconButton size="small" icon={X} label={t('media.remove', { position: index + 1 })} onClick={() => onChange({ kind: 'detach', mediaId: item.mediaId })} />
                  </div>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      {isEditable && (
        <div className={styles.add}>
          <Button size="small" variant="quiet" icon={ImagePlus} onClick={() => picker.current?.click()}>
            {t('media.add')}
          </Button>
          <LibraryButton workspaceId={workspaceId} attached={media.map(({ mediaId }) => mediaId)} onPick={onStored} />
          <input ref={picker} type="file" accept={imageTypes.join(',')} multiple hidden onChange={handlePicked} aria-label={t('media.add')} />
        </div>
      )}
    </section>
  )
}
