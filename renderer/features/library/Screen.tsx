import { CalendarPlus, Images, Upload } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryPicture } from '../../../shared/media/library-picture.ts'
import { isVideo, offeredPictures, videoTypes } from '../../../shared/media/media-item.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { useCommands } from '../../shell/command-registry.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screen-props.ts'
import { PlanDialog } from '../calendar/parts/PlanForm.tsx'
import { usePlanNew } from '../calendar/use-plan-new.ts'
import { VideoEditButton } from '../videos/VideoEditButton.tsx'
import { PictureEditButton } from '../pictures/PictureEditButton.tsx'
import { carriesPictures } from './carried-pictures.ts'
import { everything, isShown, kept, namesIn, nothing, type LibraryFilter } from './choose-pictures.ts'
import { kindOf, videosIn } from './kind-of.ts'
import { LibraryToolbar } from './LibraryToolbar.tsx'
import { PictureGrid } from './PictureGrid.tsx'
import { PicturePanel } from './PicturePanel.tsx'
import { removePictures, writePostWith } from './picture-acts.ts'
import { useUploads, type Uploads } from './use-uploads.ts'
import styles from './Library.module.css'

/** Everything that the client has to show: found, put in order, and put into posts. */
export function Screen({ workspace }: ScreenProps<'library'>): React.JSX.Element {
  const { t, i18n } = useTranslation('library')
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<LibraryFilter>(everything)
  const [choice, setChoice] = useState(nothing)
  const search = useRef<HTMLInputElement | null>(null)
  const picker = useRef<HTMLInputElement | null>(null)
  const [loaded, retry] = useRequest('media.library', { workspaceId: workspace.id, query: useDeferredValue(query.trim()) }, ['posts.changed', 'media.changed'])
  const found = loaded.kind === 'ready' ? loaded.value.pictures : []
  const pictures = found.filter((picture) => isShown(filter, picture))
  const ids = pictures.map(({ item }) => item.id)
  const shown = kept(choice, ids)
  const chosen = shown.ids.flatMap((id) => pictures.find(({ item }) => item.id === id) ?? [])
  const names = namesIn(found, i18n.language)
  const uploads = useUploads(workspace.id, filter.folder ?? '')
  const upload = (): void => picker.current?.click()
  const write = (): void => void writePostWith(workspace.id, chosen.map(({ item }) => item.id))
  const [isPlanning, setPlanning] = useState(false)
  const planNew = usePlanNew(workspace)
  const remove = (): void => void removePictures(workspace.id, chosen)
  /** Whatever hides it. */
  function show(mediaId: string): void {
    const id = found.find(({ sameIds }) => sameIds.includes(mediaId))?.item.id ?? mediaId
    if (!ids.includes(id)) setFilter(everything)
    setChoice({ current: id, anchor: id, ids: [id] })
  }
  useCommands({ name: 'library', title: t('screen.title') }, [
    { id: 'library.upload', title: t('screen.upload'), icon: Upload, shortcut: 'u', run: upload },
    { id: 'library.search', title: t('search'), shortcut: '/', isHiddenFromPalette: true, run: () => search.current?.focus() },
    { id: 'library.write', title: t('screen.write'), shortcut: 'p', disabled: chosen.length === 0, run: write },
    { id: 'library.plan', title: t('screen.plan'), icon: CalendarPlus, disabled: chosen.length === 0, run: () => setPlanning(true) },
    { id: 'library.remove', title: t('screen.remove'), disabled: chosen.length === 0, run: remove }
  ])

  return (
    <ScreenFrame
      title={t('screen.title')}
      subtitle={loaded.kind === 'ready' ? countsOf(pictures, t) : undefined}
      actions={<Button icon={Upload} shortcut="u" onClick={upload}>{t('screen.upload')}</Button>}
      toolbar={<LibraryToolbar ref={search} query={query} onQuery={setQuery} filter={filter} onFilter={setFilter} {...names} />}
    >
      <DropPlace uploads={uploads}>
        <input ref={picker} type="file" accept={[...offeredPictures, ...videoTypes].join(',')} multiple hidden aria-label={t('screen.upload')} onChange={(event) => takeFiles(event.currentTarget, uploads)} />
        {loaded.kind === 'loading' && <LoadingState shape="page" />}
        {loaded.kind === 'failed' && <ErrorState error={loaded.error} onRetry={retry} />}
        {loaded.kind === 'ready' && (pictures.length === 0 ? <Nothing isEmpty={query.trim() === '' && found.length === 0} onUpload={upload} /> : <PictureGrid workspaceId={workspace.id} pictures={pictures} choice={shown} onChoose={setChoice} onOpen={write} onRemove={remove} />)}
        {chosen.length > 0 && <PicturePanel workspaceId={workspace.id} pictures={chosen} folders={names.folders} onWrite={write} onPlan={() => setPlanning(true)} onRemove={remove} onShow={originShown(chosen, found) ? show : null} tools={<EditTool workspaceId={workspace.id} chosen={chosen} onMade={(id) => setChoice({ current: id, anchor: id, ids: [id] })} />} />}
      </DropPlace>
      {isPlanning && (
        <PlanDialog
          workspace={workspace}
          name={t(`screen.chosen.${kindOf(chosen)}`, { count: chosen.length })}
          onClose={() => setPlanning(false)}
          onPlan={(at) => {
            setPlanning(false)
            void planNew.pictures(ids.filter((id) => shown.ids.includes(id)), at)
          }}
        />
      )}
    </ScreenFrame>
  )
}

function originShown([only]: readonly LibraryPicture[], found: readonly LibraryPicture[]): boolean {
  const originId = only?.originId ?? null
  return originId !== null && found.some(({ sameIds }) => sameIds.includes(originId))
}

/** “14 pictures, 3 videos”. */
function countsOf(pictures: readonly LibraryPicture[], t: TFunction<'library'>): string {
  const videos = videosIn(pictures)
  const images = pictures.length - videos
  return [...(images > 0 || videos === 0 ? [t('screen.count.picture', { count: images })] : []), ...(videos > 0 ? [t('screen.count.video', { count: videos })] : [])].join(', ')
}

/** Of one picture another one is made; it stands beside it. */
function EditTool({ workspaceId, chosen, onMade }: { readonly workspaceId: string; readonly chosen: readonly LibraryPicture[]; readonly onMade: (mediaId: string) => void }): React.JSX.Element | null {
  const { t } = useTranslation('pictures')
  const [only] = chosen
  if (only === undefined || chosen.length > 1) return null
  if (isVideo(only.item)) return <VideoEditButton key={only.item.id} form="button" label={t('edit')} workspaceId={workspaceId} item={only.item} altText={only.altText} onMade={({ id }) => onMade(id)} />
  return <PictureEditButton key={only.item.id} form="button" label={t('edit')} workspaceId={workspaceId} mediaId={only.item.id} altText={only.altText} onMade={({ id }) => onMade(id)} />
}

function takeFiles(input: HTMLInputElement, uploads: Uploads): void {
  uploads.add([...(input.files ?? [])])
  // The same file may be chosen again.
  input.value = ''
}

function Nothing({ isEmpty, onUpload }: { readonly isEmpty: boolean; readonly onUpload: () => void }): React.JSX.Element {
  const { t } = useTranslation('library')
  if (!isEmpty) return <EmptyState icon={Images} title={t('screen.noneTitle')} text={t('screen.noneText')} />
  return <EmptyState icon={Images} title={t('emptyTitle')} text={t('screen.emptyText')} action={<Button variant="primary" icon={Upload} onClick={onUpload}>{t('screen.upload')}</Button>} />
}

/** Where files are dropped and pasted, and what is on its way is seen. */
function DropPlace({ uploads, children }: { readonly uploads: Uploads; readonly children: React.ReactNode }): React.JSX.Element {
  const { t } = useTranslation('library')
  const [isOver, setOver] = useState(false)
  const { progress } = uploads

  function handleDrop(event: React.DragEvent): void {
    setOver(false)
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    uploads.add([...event.dataTransfer.files])
  }

  return (
    // A place to drop and paste on; by keyboard there is the button.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.screen}
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files') || carriesPictures(event.dataTransfer)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={handleDrop}
      onPaste={(event) => event.clipboardData.files.length > 0 && uploads.add([...event.clipboardData.files])}
    >
      {progress !== null && (
        <div className={styles.progress} role="status">
          <ProgressBar label={t('screen.adding', { name: progress.name, done: progress.done + 1, total: progress.total })} isLabelVisible value={progress.done + progress.share} max={progress.total} />
          <Button size="small" variant="quiet" onClick={uploads.cancel}>
            {t('screen.cancel')}
          </Button>
        </div>
      )}
      <div className={styles.desk}>{children}</div>
    </div>
  )
}
