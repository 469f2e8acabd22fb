import { Download, Filter, MoreHorizontal, RefreshCw, Rss, Upload } from 'lucide-react'
import { useRef, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { Menu } from '../../../components/Menu.tsx'
import { exportOpml, importOpml } from '../opml-files.ts'

export interface WatchActionsProps {
  readonly workspaceId: string
  readonly onAddFeed: () => void
  /** null where there is nothing yet that a query could mark. */
  readonly onAddRule: (() => void) | null
}

/** Following more, marking more, and the lists that come from and go to other readers. */
export function WatchActions({ workspaceId, onAddFeed, onAddRule }: WatchActionsProps): React.JSX.Element {
  const { t } = useTranslation('watch')
  const picker = useRef<HTMLInputElement | null>(null)

  function handlePicked(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.target.files?.[0]
    if (file) void importOpml(workspaceId, file)
    event.target.value = ''
  }

  return (
    <>
      {onAddRule && (
        <Menu
          align="end"
          trigger={<IconButton icon={MoreHorizontal} label={t('more')} />}
          entries={[
            { id: 'refresh', label: t('refresh'), icon: RefreshCw, onSelect: () => void studio.request('watch.refresh', { workspaceId }) },
            { kind: 'separator', id: 'line' },
            { id: 'import', label: t('importOpml'), icon: Upload, onSelect: () => picker.current?.click() },
            { id: 'export', label: t('exportOpml'), icon: Download, onSelect: () => void exportOpml(workspaceId) }
          ]}
        />
      )}
      {onAddRule ? (
        <Button icon={Filter} onClick={onAddRule}>
          {t('addRule')}
        </Button>
      ) : (
        <Button icon={Upload} onClick={() => picker.current?.click()}>
          {t('importOpml')}
        </Button>
      )}
      <Button variant="primary" icon={Rss} onClick={onAddFeed}>
        {t('addFeed')}
      </Button>
      <input ref={picker} type="file" accept=".opml,.xml,text/xml,text/x-opml" hidden onChange={handlePicked} aria-label={t('importOpml')} />
    </>
  )
}
