import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown, Plus, TriangleAlert } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { Avatar } from '../components/Avatar.tsx'
import { Badge } from '../components/Badge.tsx'
import { CountBadge } from '../components/CountBadge.tsx'
import { smallIconProps } from '../components/icon.ts'
import { joinClassNames } from '../components/join-class-names.ts'
import { Kbd } from '../components/Kbd.tsx'
import listStyles from '../components/listbox.module.css'
import { totalOf, useAskingElsewhere } from './asking-elsewhere.ts'
import { openOverlay } from './overlay-store.ts'
import { useStudio } from './studio-store.ts'
import { switchWorkspace } from './switch-workspace.ts'
import styles from './WorkspaceSwitcher.module.css'

/** The client's monogram and name, always in sight; opens the list of clients, found by typing. */
export const WorkspaceSwitcher = memo(function WorkspaceSwitcher({ workspace }: { readonly workspace: Workspace }) {
  const { t } = useTranslation('shell')
  const [isOpen, setIsOpen] = useState(false)
  const workspaces = useStudio((state) => state.workspaces)
  const elsewhere = totalOf(useAskingElsewhere(workspace.id))
  const current = t('workspaces.current', { name: workspace.name })

  function handleChange(chosen: Workspace | null) {
    setIsOpen(false)
    if (chosen !== null) switchWorkspace(chosen.id)
  }

  function handleAdd() {
    setIsOpen(false)
    openOverlay('newClient')
  }

  return (
    <Combobox.Root<Workspace>
      items={workspaces}
      value={workspace}
      onValueChange={handleChange}
      open={isOpen}
      onOpenChange={setIsOpen}
      itemToStringLabel={(item) => item.name}
      isItemEqualToValue={(item, other) => item.id === other.id}
      autoHighlight
    >
      <Combobox.Trigger className={styles.trigger} aria-label={elsewhere === 0 ? current : `${current} (${t('workspaces.askingElsewhere', { count: elsewhere })})`}>
        <Avatar name={workspace.name} shape="client" size={28} />
        <span className={styles.texts}>
          <span className={styles.name}>{workspace.name}</span>
          {workspace.kind === 'practice' ? <span className={styles.kind}>{t('workspaces.practice')}</span> : null}
        </span>
        <CountBadge count={elsewhere} tone="danger" />
        <ChevronsUpDown {...smallIconProps} />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner className={listStyles.positioner} align="start" sideOffset={4} collisionPadding={8}>
          <Combobox.Popup className={joinClassNames(listStyles.popup, styles.popup)} aria-label={t('workspaces.heading')}>
            <Combobox.Input className={styles.search} placeholder={t('workspaces.find')} aria-label={t('workspaces.find')} spellCheck={false} />
            <Combobox.Empty className={listStyles.empty}>{t('palette.emptyHint')}</Combobox.Empty>
            <Combobox.List className={styles.list}>{(item: Workspace) => <WorkspaceLine key={item.id} workspace={item} place={workspaces.indexOf(item)} />}</Combobox.List>
            <div className={styles.foot}>
              <button type="button" className={joinClassNames(listStyles.item, styles.add)} onClick={handleAdd}>
                <Plus {...smallIconProps} />
                {t('workspaces.add')}
              </button>
            </div>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
})

function WorkspaceLine({ workspace, place }: { readonly workspace: Workspace; readonly place: number }) {
  const { t } = useTranslation('shell')
  const counts = useStudio((state) => state.counts.get(workspace.id))
  const isUnavailable = useStudio((state) => state.unavailable.some(({ workspaceId }) => workspaceId === workspace.id))
  const unread = counts?.unreadInbox ?? 0
  const attention = counts?.needsAttention ?? 0
  return (
    <Combobox.Item value={workspace} className={listStyles.item} data-client={workspace.colour}>
      <Avatar name={workspace.name} shape="client" size={20} />
      <span className={styles.line}>
        <span className={styles.lineName}>{workspace.name}</span>
        <Combobox.ItemIndicator className={listStyles.mark}>
          <Check {...smallIconProps} />
        </Combobox.ItemIndicator>
      </span>
      {workspace.kind === 'practice' ? <Badge>{t('workspaces.practice')}</Badge> : null}
      {isUnavailable ? <TriangleAlert {...smallIconProps} aria-hidden={false} aria-label={t('workspaces.unavailable')} role="img" /> : null}
      <CountBadge count={attention} tone="danger" label={t('navigation.attention', { count: attention })} />
      <span className={styles.unread}>
        <CountBadge count={unread} label={t('navigation.unread', { count: unread })} />
      </span>
      {place < 9 ? <Kbd shortcut={`mod+${String(place + 1)}`} /> : null}
    </Combobox.Item>
  )
}
