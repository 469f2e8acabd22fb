import { Images } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryPicture } from '../../../../shared/media/library-picture.ts'
import { isVideo, mediaAddress, type MediaItem } from '../../../../shared/media/media-item.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { ListRow } from '../../../components/ListRow.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { SearchField } from '../../../components/SearchField.tsx'
import { VirtualList } from '../../../components/VirtualList.tsx'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { PictureDetails } from './PictureDetails.tsx'
import styles from './Library.module.css'

export interface LibraryDialogProps {
  readonly workspaceId: string
  /** The pictures of the part in the editor. */
  readonly attached: readonly string[]
  readonly onPick: (item: MediaItem, altText: string) => void
  readonly onClose: () => void
  /** What is done with the chosen one, where it is not put into a post. Then only pictures are offered. */
  readonly pickLabel?: string
}

/** All pictures of the client, found by their words; the chosen one comes into the post with its description. */
export function LibraryDialog({ workspaceId, attached, onPick, onClose, pickLabel }: LibraryDialogProps): React.JSX.Element {
  const { t } = useTranslation('library')
  const [query, setQuery] = useState('')
  const sought = useDeferredValue(query.trim())
  const [loaded, retry] = useRequest('media.library', { workspaceId, query: sought }, ['posts.changed'])
  const [chosenId, setChosenId] = useState<string | null>(null)
  const pictures = (loaded.kind === 'ready' ? loaded.value.pictures : []).filter(({ item }) => pickLabel === undefined || !isVideo(item)).map((picture) => ({ ...picture, id: picture.item.id }))
  const chosen = pictures.find(({ id }) => id === chosenId) ?? pictures[0]
  const isThere = chosen?.sameIds.some((id) => attached.includes(id)) ?? false

  function handlePick({ item, altText }: LibraryPicture): void {
    onClose()
    onPick(item, altText)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('title', { client: useWorkspace(workspaceId)?.name ?? '' })}
      description={t('text')}
      footer={
        chosen !== undefined && (
          <>
            <p className={styles.remark}>{pickLabel === undefined && (isThere ? t('there') : chosen.altText !== '' && t('keptWords'))}</p>
            <Button variant="primary" disabled={isThere} onClick={() => handlePick(chosen)}>
              {pickLabel ?? t('pick')}
            </Button>
          </>
        )
      }
    >
      <SearchField label={t('search')} value={query} maxLength={200} onChange={setQuery} className={styles.search} />
      {loaded.kind === 'loading' && <LoadingState rows={4} />}
      {loaded.kind === 'failed' && <ErrorState error={loaded.error} onRetry={retry} />}
      {loaded.kind === 'ready' && chosen === undefined && (
        <EmptyState icon={Images} size="small" title={sought === '' ? t('emptyTitle') : t('noneTitle')} text={sought === '' ? t('emptyText') : t('noneText')} />
      )}
      {chosen !== undefined && (
        <div className={styles.desk}>
          <div className={styles.list}>
            <VirtualList
              label={t('list')}
              rows={pictures}
              hasMore={false}
              selectedId={chosen.id}
              onSelect={({ id }) => setChosenId(id)}
              onNearEnd={nothingMore}
              renderRow={({ item, altText, useCount }, option) => (
                <ListRow
                  key={item.id}
                  {...option}
                  leading={<img className={styles.small} src={mediaAddress(workspaceId, item.id, 'small')} alt="" loading="lazy" decoding="async" draggable={false} />}
                  title={item.fileName}
                  detail={altText === '' ? t('noDescription') : altText}
                  aside={useCount === 0 ? t('unused') : t('uses', { count: useCount })}
                />
              )}
            />
          </div>
          <PictureDetails workspaceId={workspaceId} picture={chosen} />
        </div>
      )}
    </Dialog>
  )
}

const nothingMore = async (): Promise<void> => undefined
