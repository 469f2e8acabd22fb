import { Autocomplete } from '@base-ui/react/autocomplete'
import { CornerDownRight, Search } from 'lucide-react'
import { memo, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FinderDialog, FinderField, FinderKeys } from '../components/FinderDialog.tsx'
import { iconProps } from '../components/icon.ts'
import { joinClassNames } from '../components/join-class-names.ts'
import { Kbd } from '../components/Kbd.tsx'
import finderStyles from '../components/Finder.module.css'
import listStyles from '../components/listbox.module.css'
import { useCommandScopes } from './command-registry.ts'
import { closeOverlay, openOverlay, useOverlay } from './overlay-store.ts'
import { listCommands, rankCommands, type PaletteGroup, type PaletteItem } from './rank-commands.ts'
import { useCurrentWorkspaceId } from './route-store.ts'
import styles from './CommandPalette.module.css'

/** In characters; one letter begins half of all posts. */
const shortestSearch = 2
const longestSearch = 200

/** Every command by name: type, choose, Enter. */
export const CommandPalette = memo(function CommandPalette() {
  const { t } = useTranslation('shell')
  const isOpen = useOverlay() === 'palette'

  return (
    <FinderDialog isOpen={isOpen} title={t('palette.title')} onClose={closeOverlay}>
      <PaletteBody />
    </FinderDialog>
  )
})

/** Mounted only while open, so that each opening starts with an empty query. */
function PaletteBody() {
  const { t } = useTranslation('shell')
  const scopes = useCommandScopes()
  const [query, setQuery] = useState('')
  const searchFor = useSearchFor()
  const groups = useMemo(() => {
    const items = listCommands(scopes, (command, scope) => (command.group === undefined ? scope.title : t(`commands.groups.${command.group}`)))
    return [...rankCommands(items, query), ...searchFor(query)]
  }, [scopes, query, t, searchFor])

  function handleRun({ command }: PaletteItem) {
    closeOverlay()
    // After the dialog has given the focus back, so that what the command focuses keeps it.
    setTimeout(command.run)
  }

  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(item: PaletteItem) => item.command.title}
      autoHighlight="always"
      keepHighlight
    >
      <FinderField label={t('palette.title')} placeholder={t('palette.placeholder')} closeLabel={t('palette.close')} />
      <Autocomplete.Empty className={listStyles.empty}>
        {t('palette.empty')} {t('palette.emptyHint')}
      </Autocomplete.Empty>
      <Autocomplete.List className={joinClassNames(finderStyles.list, styles.list)}>
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className={listStyles.groupLabel}>{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>{(item: PaletteItem) => <PaletteLine key={item.id} item={item} onRun={handleRun} />}</Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <FinderKeys move={t('palette.move')} choose={t('palette.run')} />
    </Autocomplete.Root>
  )
}

/** Whatever is typed may as well be words of a post: offered last, below all commands, once there is enough to look for. */
function useSearchFor(): (query: string) => readonly PaletteGroup[] {
  const { t } = useTranslation('shell')
  const workspaceId = useCurrentWorkspaceId()
  return useCallback(
    (query) => {
      const text = query.trim().slice(0, longestSearch)
      if (workspaceId === null || text.length < shortestSearch) return []
      const command = { id: 'searchFor', title: t('commands.searchPostsFor', { text }), icon: Search, run: () => openOverlay('searchPosts', text) }
      return [{ value: t('commands.searchPosts'), items: [{ id: 'searchFor', heading: t('commands.searchPosts'), command }] }]
    },
    [t, workspaceId]
  )
}

function PaletteLine({ item, onRun }: { readonly item: PaletteItem; readonly onRun: (item: PaletteItem) => void }) {
  const { icon, title, shortcut, refusal } = item.command
  const Drawing = icon ?? CornerDownRight
  return (
    <Autocomplete.Item value={item} className={listStyles.item} disabled={refusal !== undefined} onClick={() => onRun(item)}>
      <Drawing {...iconProps} />
      <span className={listStyles.text}>
        {title}
        {refusal === undefined ? null : <span className={listStyles.detail}>{refusal}</span>}
      </span>
      {shortcut === undefined ? null : <Kbd shortcut={shortcut} />}
    </Autocomplete.Item>
  )
}
