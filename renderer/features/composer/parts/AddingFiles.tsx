import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { IconButton } from '../../../components/IconButton.tsx'
import { ProgressBar } from '../../../components/ProgressBar.tsx'
import { addingStore } from '../adding-store.ts'
import styles from './AddingFiles.module.css'

/** What is on its way into the library or made of something there, with how far it is and the way to take it back. */
export function AddingFiles({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const { t: ofVideos } = useTranslation('videos')
  const files = useStore(addingStore, (state) => state.files)
  const own = files.filter((file) => file.workspaceId === workspaceId)
  if (own.length === 0) return null
  return (
    <ul className={styles.files}>
      {own.map(({ id, fileName, share, of, cancel }) => (
        <li key={id}>
          <ProgressBar label={of !== undefined ? ofVideos('fit.making', { fileName }) : t(share < 1 ? 'media.adding' : 'media.checking', { fileName })} value={share < 1 ? Math.round(share * 100) : null} isLabelVisible />
          <IconButton size="small" icon={X} label={of === undefined ? t('media.stopAdding', { fileName }) : ofVideos('fit.stop', { fileName })} disabled={of === undefined && share >= 1} onClick={cancel} />
        </li>
      ))}
    </ul>
  )
}
