import { Inbox as InboxIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { SplitPane } from '../../components/SplitPane.tsx'
import { navigate } from '../../shell/route-store.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screen-props.ts'
import type { InboxFilter } from './inbox-filter.ts'
import { createInboxListStore, type InboxListState } from './inbox-list-store.ts'
import { ConversationList, type ConversationListProps } from './parts/ConversationList.tsx'
import { EmptyInbox } from './parts/EmptyInbox.tsx'
import { FilterBar } from './parts/FilterBar.tsx'
import { Freshness } from './parts/Freshness.tsx'
import { PaidMessages } from './parts/PaidMessages.tsx'
import { SearchHits } from './parts/SearchHits.tsx'
import { Thread } from './parts/Thread.tsx'
import { useInboxCommands } from './use-inbox-commands.ts'
import styles from './Screen.module.css'

/** Everything people say to the client, in one list; the thread and the answer beside it. */
export function Screen(props: ScreenProps<'inbox'>): React.JSX.Element {
  return <InboxOfWorkspace key={props.workspace.id} {...props} />
}

function InboxOfWorkspace({ route, workspace }: ScreenProps<'inbox'>): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const [store] = useState(() => createInboxListStore(studio, workspace.id))
  const list = useStore(store.state)
  const [search, setSearch] = useState('')
  const [width, setWidth] = useState(380)
  const searchField = useRef<HTMLInputElement | null>(null)
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId: workspace.id }, ['accounts.changed'])
  const accounts = accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []
  const words = search.trim()
  // Where there is nothing to choose, nobody is asked to.
  const hasChoice = list.rows.length > 0 || words !== ''

  useEffect(() => {
    void store.load()
    return () => store.dispose()
  }, [store])

  function select(conversationId: string): void {
    navigate({ ...route, conversationId }, { replace: true })
  }

  const moves = useInboxCommands({
    workspaceId: workspace.id,
    timeZone: workspace.timeZone,
    conversations: list.rows,
    selectedId: route.conversationId,
    keepsSettled: list.choice.view === 'all',
    onSelect: select,
    onSearch: () => searchField.current?.focus()
  })

  return (
    <ScreenFrame
      title={t('title')}
      actions={<Freshness workspaceId={workspace.id} accounts={accounts} />}
      toolbar={<FilterBar filter={list.choice} accounts={accounts} search={search} searchField={searchField} onFilter={store.choose} onSearch={setSearch} />}
    >
      <SplitPane
        value={width}
        onChange={setWidth}
        min={280}
        max={620}
        label={t('width')}
        first={
          <div className={styles.list}>
            {words === '' ? (
              <ListBody workspaceId={workspace.id} list={list} isLoadingAccounts={accountsLoaded.kind === 'loading'} onFilter={store.choose} onRetry={store.load} accounts={accounts} selected={route.conversationId} timeZone={workspace.timeZone} onSelect={select} onNearEnd={store.loadMore} />
            ) : (
              <SearchHits workspaceId={workspace.id} text={words} timeZone={workspace.timeZone} onSelect={select} />
            )}
          </div>
        }
        second={
          route.conversationId === null ? (
            hasChoice && <EmptyState icon={InboxIcon} title={t('chooseTitle')} text={t('chooseText')} />
          ) : (
            <Thread key={route.conversationId} workspaceId={workspace.id} conversationId={route.conversationId} accounts={accounts} timeZone={workspace.timeZone} search={words} onChange={moves.change} onDone={moves.goOn} />
          )
        }
      />
    </ScreenFrame>
  )
}

interface ListBodyProps extends Omit<ConversationListProps, 'conversations' | 'hasMore'> {
  readonly workspaceId: string
  readonly list: InboxListState
  readonly isLoadingAccounts: boolean
  readonly onFilter: (filter: InboxFilter) => void
  readonly onRetry: () => Promise<void>
}

/** The list, below what is read only on request. */
function ListBody(props: ListBodyProps): React.JSX.Element {
  return (
    <>
      <PaidMessages workspaceId={props.workspaceId} accounts={props.accounts} filter={props.list.choice} timeZone={props.timeZone} />
      <Conversations {...props} />
    </>
  )
}

/** The list in each of its states. */
function Conversations({ workspaceId, list, isLoadingAccounts, onRetry, onFilter, ...rest }: ListBodyProps): React.JSX.Element {
  if (list.phase === 'loading' && list.rows.length === 0) return <LoadingState rows={8} />
  if (list.phase === 'failed' && list.error) return <ErrorState size="small" error={list.error} onRetry={() => void onRetry()} />
  if (list.rows.length > 0) return <ConversationList conversations={list.rows} hasMore={list.next !== null} {...rest} />
  if (isLoadingAccounts) return <LoadingState rows={8} />
  return <EmptyInbox workspaceId={workspaceId} filter={list.choice} accounts={rest.accounts} onFilter={onFilter} />
}
