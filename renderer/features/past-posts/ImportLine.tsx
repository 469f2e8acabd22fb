import { FolderOpen, Upload } from 'lucide-react'
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { showToast } from '../../components/toaster.ts'
import { filesOf, zipsOf } from './archive-files.ts'
import { startArchiveImport, useArchiveImport } from './archive-import-store.ts'
import styles from './PastPosts.module.css'

/** The way in for an archive, or how far one is. */
export function ImportLine({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element {
  const { t } = useTranslation('pastPosts')
  const running = useArchiveImport(workspaceId)
  const [isOver, setOver] = useState(false)
  const zipPicker = useRef<HTMLInputElement | null>(null)
  const picker = useRef<HTMLInputElement | null>(null)

  function takeZips(list: FileList | null): void {
    const zips = zipsOf(list)
    if (zips.length > 0) void startArchiveImport(workspaceId, { zips })
    else if ((list?.length ?? 0) > 0) showToast({ workspaceId, kind: 'warning', title: t('noZip'), detail: t('noZipText') })
  }

  function handleZips(event: ChangeEvent<HTMLInputElement>): void {
    takeZips(event.target.files)
    event.target.value = ''
  }

  function handleFolder(event: ChangeEvent<HTMLInputElement>): void {
    const files = filesOf(event.target.files)
    event.target.value = ''
    if (files.length > 0) void startArchiveImport(workspaceId, { files })
  }

  function handleDrop(event: DragEvent): void {
    setOver(false)
    event.preventDefault()
    takeZips(event.dataTransfer.files)
  }

  function handleOver(event: DragEvent): void {
    if (running !== null || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }

  function keepPicker(element: HTMLInputElement | null): void {
    picker.current = element
    // A whole folder; React does not know the attribute.
    if (element !== null) element.webkitdirectory = true
  }

  return (
    // A place to drop on; by keyboard there are the buttons.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.import} data-over={isOver ? '' : undefined} onDragOver={handleOver} onDragLeave={() => setOver(false)} onDrop={handleDrop}>
      {running === null ? (
        <>
          <p className={styles.facts}>{t('how')}</p>
          <div className={styles.ways}>
            <Button icon={Upload} onClick={() => zipPicker.current?.click()}>{t('importZip')}</Button>
            <Button variant="quiet" icon={FolderOpen} onClick={() => picker.current?.click()}>{t('import')}</Button>
          </div>
        </>
      ) : (
        <>
          <ProgressBar isLabelVisible label={t(`progress.${running.progress.step}`)} value={running.progress.done} max={Math.max(1, running.progress.total)} />
          <Button onClick={running.stop}>{t('stop')}</Button>
        </>
      )}
      <input ref={zipPicker} type="file" multiple hidden accept=".zip,application/zip" aria-label={t('importZip')} onChange={handleZips} />
      <input ref={keepPicker} type="file" multiple hidden aria-label={t('import')} onChange={handleFolder} />
    </div>
  )
}
