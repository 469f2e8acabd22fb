import { Upload } from 'lucide-react'
import { useRef, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { filesOf } from './archive-files.ts'
import { startArchiveImport, useArchiveImport } from './archive-import-store.ts'
import styles from './PastPosts.module.css'

/** The way in for an archive, or how far one is. */
export function ImportLine({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element {
  const { t } = useTranslation('pastPosts')
  const running = useArchiveImport(workspaceId)
  const picker = useRef<HTMLInputElement | null>(null)

  function handlePicked(event: ChangeEvent<HTMLInputElement>): void {
    const files = filesOf(event.target.files)
    event.target.value = ''
    if (files.length > 0) void startArchiveImport(workspaceId, files)
  }

  function keepPicker(element: HTMLInputElement | null): void {
    picker.current = element
    // A whole folder; React does not know the attribute.
    if (element !== null) element.webkitdirectory = true
  }

  return (
    <div className={styles.import}>
      {running === null ? (
        <>
          <p className={styles.facts}>{t('how')}</p>
          <Button icon={Upload} onClick={() => picker.current?.click()}>{t('import')}</Button>
        </>
      ) : (
        <>
          <ProgressBar isLabelVisible label={t(`progress.${running.progress.step}`)} value={running.progress.done} max={Math.max(1, running.progress.total)} />
          <Button onClick={running.stop}>{t('stop')}</Button>
        </>
      )}
      <input ref={keepPicker} type="file" multiple hidden aria-label={t('import')} onChange={handlePicked} />
    </div>
  )
}
