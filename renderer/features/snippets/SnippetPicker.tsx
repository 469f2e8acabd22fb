import { Bookmark, Hash, Pencil, Plus, Text, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { snippetKinds, type Snippet, type SnippetKind } from '../../../shared/snippets/snippet.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { Menu } from '../../components/Menu.tsx'
import { PickRow } from '../../components/PickRow.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { fillSnippet, tellsDay, type SnippetFacts } from './fill-snippet.ts'
import { findSnippets } from './find-snippets.ts'
import { GapText } from './GapText.tsx'
import { removeSnippet } from './remove-snippet.ts'
import styles from './Snippets.module.css'

export interface SnippetPickerProps {
  readonly workspaceId: string
  /** What has the focus at first. */
  readonly search: RefObject<HTMLInputElement | null>
  readonly facts: SnippetFacts
  readonly onPick: (snippet: Snippet) => void
  readonly onAdd: (kind: SnippetKind) => void
  readonly onEdit: (snippet: Snippet) => void
}

const icons = { text: Text, hashtags: Hash } as const

/** The client's texts and hashtags, found by their words, each as it would stand in this post. Enter in the search takes the first; arrows go through them. */
export function SnippetPicker({ workspaceId, search, facts, onPick, onAdd, onEdit }: SnippetPickerProps): React.JSX.Element {
  const { t } = useTranslation('snippets')
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement | null>(null)
  // The first time the panel was given the focus before its search was there.
  useEffect(() => search.current?.focus(), [search])
  const [loaded, retry] = useRequest('snippets.list', { workspaceId }, ['snippets.changed'])
  const all = loaded.kind === 'ready' ? loaded.value.snippets : []
  const found = findSnippets(all, query)
  const groups = snippetKinds.map((kind) => ({ kind, members: found.filter((snippet) => snippet.kind === kind) })).filter(({ members }) => members.length > 0)
  const first = groups[0]?.members[0]

  function handleKey(event: React.KeyboardEvent): void {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-pick]') ?? [])]
    if (move === 0 || lines.length === 0) return
    const target = event.target instanceof HTMLElement ? event.target : null
    const line = target?.closest('li')?.querySelector<HTMLElement>('[data-pick]') ?? null
    // A menu that is open has arrows of its own.
    if (line === null && !(target instanceof HTMLInputElement)) return
    event.preventDefault()
    const place = line === null ? -1 : lines.indexOf(line)
    const next = lines[place + move]
    if (next !== undefined) next.focus()
    else if (move < 0) search.current?.focus()
  }

  const adders = snippetKinds.map((kind) => ({ kind: 'action' as const, id: kind, label: t(`new.${kind}`), icon: icons[kind], onSelect: () => onAdd(kind) }))

  return (
    // The arrows go from line to line; each line is a button of its own.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={list} className={styles.picker} onKeyDown={handleKey}>
      <div className={styles.head}>
        <SearchField
          ref={search}
          label={t('search')}
          value={query}
          maxLength={80}
          onChange={setQuery}
          className={styles.search}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first !== undefined && !event.nativeEvent.isComposing) onPick(first)
          }}
        />
        <Menu align="end" trigger={<IconButton icon={Plus} label={t('add')} />} entries={adders} />
      </div>
      {loaded.kind === 'loading' && <LoadingState rows={3} />}
      {loaded.kind === 'failed' && <ErrorState size="small" error={loaded.error} onRetry={retry} />}
      {loaded.kind === 'ready' && all.length === 0 && (
        <EmptyState
          size="small"
          icon={Bookmark}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={snippetKinds.map((kind) => (
            <Button key={kind} size="small" icon={icons[kind]} onClick={() => onAdd(kind)}>
              {t(`new.${kind}`)}
            </Button>
          ))}
        />
      )}
      {all.length > 0 && found.length === 0 && <EmptyState size="small" title={t('noneTitle')} text={t('noneText')} />}
      {groups.length > 0 && (
        <div className={styles.groups}>
          {groups.map(({ kind, members }) => (
            <section key={kind} aria-label={t(`kinds.${kind}`)}>
              <h3 className={styles.kind}>{t(`kinds.${kind}`)}</h3>
              <ul className={styles.lines}>
                {members.map((snippet) => (
                  <Line key={snippet.id} workspaceId={workspaceId} snippet={snippet} facts={facts} onPick={onPick} onEdit={onEdit} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {found.some(({ text }) => tellsDay(text)) && <DayNote facts={facts} />}
    </div>
  )
}

type LineProps = Pick<SnippetPickerProps, 'workspaceId' | 'facts' | 'onPick' | 'onEdit'> & { readonly snippet: Snippet }

function Line({ workspaceId, snippet, facts, onPick, onEdit }: LineProps): React.JSX.Element {
  const { t } = useTranslation('snippets')
  const { name, text } = snippet
  return (
    <PickRow
      name={name}
      text={<GapText text={fillSnippet(text, facts)} />}
      onPick={() => onPick(snippet)}
      menuLabel={t('more', { name })}
      menu={[
        { kind: 'action', id: 'edit', label: t('edit'), icon: Pencil, onSelect: () => onEdit(snippet) },
        { kind: 'action', id: 'remove', label: t('remove'), icon: Trash2, tone: 'danger', onSelect: () => void removeSnippet(workspaceId, snippet) }
      ]}
    />
  )
}

/** Which day the dates are of. */
function DayNote({ facts: { plannedFor, person } }: { readonly facts: SnippetFacts }): React.JSX.Element {
  const { t } = useTranslation('snippets')
  const formats = useFormats()
  if (person !== null) return <p className={styles.note}>{t('ofTodayReply')}</p>
  return <p className={styles.note}>{plannedFor === null ? t('ofToday') : t('ofPlan', { day: formats.day(Date.parse(`${plannedFor.slice(0, 10)}T12:00Z`), 'UTC') })}</p>
}
