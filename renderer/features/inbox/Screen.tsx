import { CheckCheck, Inbox as InboxIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { Select } from '../../components/Select.tsx'
import { SplitPane } from '../../components/SplitPane.tsx'
import { useCommands } from '../../shell/command-registry.ts'
import { navigate } from '../../shell/route-store.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screens.tsx'
import { changeState } from './change-state.ts'
import { inboxViews } from './inbox-filter.ts'
import { createInboxListStore } from './inbox-list-store.ts'
import { ConversationList } from './parts/ConversationList.tsx'
import { Freshness } from './parts/Freshness.tsx'
import { SearchHits } from './parts/SearchHits.tsx'
import { Thread } from './parts/Thread.tsx'
import styles from './Screen.module.css'

const kinds = ['any', 'comment', 'mention', 'message'] as const

/** Everything people say to the client, in one list; the thread and the answer beside it. */
export function Screen(props: ScreenProps<'inbox'>): React.JSX.Element {
  return <InboxOfWorkspace key={props.workspace.id} {...props} />
}

function InboxOfWorkspace({ route, workspace }: ScreenProps<'inbox'>): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const [store] = useState(() => createInboxListStore(studio, workspace.id))
  const { filter, phase, error, conversations } = useStore(store.state)
  const [search, setSearch] = useState('')
  const [width, setWidth] = useState(380)
  const searchField = useRef<HTMLInputElement | null>(null)
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId: workspace.id }, ['accounts.changed'])
  const accounts = accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []
  const selectedIndex = conversations.findIndex((conversation) => conversation.id === route.conversationId)
  const selected = conversations[selectedIndex]

  useEffect(() => {
    void store.load()
    return () => store.dispose()
  }, [store])

  function select(conversationId: string): void {
    navigate({ ...route, conversationId }, { replace: true })
  }

  function step(by: 1 | -1): void {
    const next = conversations[Math.max(0, Math.min(conversations.length - 1, selectedIndex + by))]
    if (next) select(next.id)
  }

  function settle(): void {
    if (!selected) return
    const after = conversations[selectedIndex + 1] ?? conversations[selectedIndex - 1]
    void changeState(workspace.id, selected, { state: selected.state === 'done' ? 'open' : 'done' })
    if (filter.view !== 'all' && after) select(after.id)
  }

  useCommands({ name: 'inbox', title: t('title') }, [
    { id: 'inbox.next', title: t('next'), shortcut: 'j', isHiddenFromPalette: true, run: () => step(1) },
    { id: 'inbox.previous', title: t('previous'), shortcut: 'k', isHiddenFromPalette: true, run: () => step(-1) },
    { id: 'inbox.down', title: t('next'), shortcut: 'down', isHiddenFromPalette: true, run: () => step(1) },
    { id: 'inbox.up', title: t('previous'), shortcut: 'up', isHiddenFromPalette: true, run: () => step(-1) },
    { id: 'inbox.done', title: t('done'), shortcut: 'e', disabled: !selected, run: settle },
    { id: 'inbox.unread', title: t('markUnread'), shortcut: 'u', disabled: !selected, run: () => selected && void studio.request('inbox.markRead', { workspaceId: workspace.id, conversationId: selected.id, read: false }) },
    { id: 'inbox.search', title: t('focusSearch'), shortcut: '/', run: () => searchField.current?.focus() },
    { id: 'inbox.refresh', title: t('refresh'), run: () => void studio.request('inbox.refresh', { workspaceId: workspace.id }) }
  ])

  return (
    <ScreenFrame
      title={t('title')}
      actions={<Freshness workspaceId={workspace.id} accounts={accounts} />}
      toolbar={
        <div className={styles.filters}>
          <SegmentedControl size="small" label={t('view')} value={filter.view} onChange={(view) => store.setFilter({ ...filter, view })} segments={inboxViews.map((view) => ({ value: view, label: t(`views.${view}`) }))} />
          <Select variant="quiet" label={t('anyKind')} isLabelHidden value={filter.kind ?? 'any'} onChange={(kind) => store.setFilter({ ...filter, kind: kind === 'any' ? null : kind })} options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
          {accounts.length > 1 && (
            <Select variant="quiet" label={t('account')} isLabelHidden value={filter.accountId ?? 'any'} onChange={(accountId) => store.setFilter({ ...filter, accountId: accountId === 'any' ? null : accountId })} options={[{ value: 'any', label: t('anyAccount') }, ...accounts.map((account) => ({ value: account.id, label: account.handle }))]} />
          )}
          <SearchField ref={searchField} className={styles.search ?? ''} label={t('search')} shortcut="/" value={search} onChange={setSearch} />
        </div>
      }
    >
      <SplitPane
        value={width}
        onChange={setWidth}
        min={280}
        max={620}
        label={t('width')}
        first={
          <div className={styles.list}>
            {search.trim() !== '' ? (
              <SearchHits workspaceId={workspace.id} text={search.trim()} timeZone={workspace.timeZone} onSelect={select} />
            ) : phase === 'loading' ? (
              <LoadingState rows={8} />
            ) : phase === 'failed' && error ? (
              <ErrorState size="small" error={error} onRetry={() => void store.load()} />
            ) : conversations.length === 0 ? (
              <EmptyState size="small" icon={CheckCheck} title={t(`empty.${filter.view}`)} text={t(`empty.${filter.view}Text`)} />
            ) : (
              <ConversationList conversations={conversations} accounts={accounts} selected={route.conversationId} timeZone={workspace.timeZone} onSelect={select} onNearEnd={store.loadMore} />
            )}
          </div>
        }
        second={
          route.conversationId === null ? (
            <EmptyState icon={InboxIcon} title={t('chooseTitle')} text={t('chooseText')} />
          ) : (
            <Thread key={route.conversationId} workspaceId={workspace.id} conversationId={route.conversationId} accounts={accounts} timeZone={workspace.timeZone} />
          )
        }
      />
    </ScreenFrame>
  )
}
