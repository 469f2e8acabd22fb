import { CalendarPlus, MoreHorizontal, MoveRight, Pencil, PencilLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { ideaStages, type Idea, type IdeaStage } from '../../../shared/ideas/idea.ts'
import { Button } from '../../components/Button.tsx'
import { CountBadge } from '../../components/CountBadge.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Menu } from '../../components/Menu.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { IdeaSourceLine } from './IdeaSourceLine.tsx'
import { placeByArrow, type BoardPlace } from './place-on-board.ts'
import styles from './Ideas.module.css'

export interface ColumnProps {
  readonly stage: IdeaStage
  /** Of all columns, in order. */
  readonly ideas: readonly Idea[]
  readonly cards: readonly Idea[]
  readonly timeZone: string
  readonly onMove: (idea: Idea, place: BoardPlace) => void
  readonly onDraft: (idea: Idea) => void
  readonly onPlan: (idea: Idea) => void
  readonly onEdit: (idea: Idea) => void
  readonly onRemove: (idea: Idea) => void
}

const dragged = 'application/x-vigie-idea'

/** One column of the board; cards are dropped on it or on one of its cards. */
export function Column(props: ColumnProps): React.JSX.Element {
  const { t } = useTranslation('ideas')
  const { stage, cards, ideas, onMove } = props
  const [over, setOver] = useState<string | null>(null)

  function handleOver(event: React.DragEvent): void {
    if (!event.dataTransfer.types.includes(dragged)) return
    event.preventDefault()
    setOver(cardUnder(event) ?? 'end')
  }

  function handleDrop(event: React.DragEvent): void {
    event.preventDefault()
    setOver(null)
    const idea = ideas.find(({ id }) => id === event.dataTransfer.getData(dragged))
    const before = cardUnder(event)
    if (idea !== undefined && before !== idea.id) onMove(idea, { stage, before })
  }

  return (
    // A place to drop on; by keyboard the cards move themselves.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.column} aria-label={t(`stage.${stage}`)} data-over={over === 'end' ? '' : undefined} onDragOver={handleOver} onDragLeave={() => setOver(null)} onDrop={handleDrop}>
      <h2 className={styles.heading}>
        {t(`stage.${stage}`)} <CountBadge count={cards.length} tone="quiet" />
      </h2>
      {cards.length === 0 && <p className={styles.empty}>{t(`empty.${stage}`)}</p>}
      <ul className={styles.cards}>
        {cards.map((idea) => (
          <Card key={idea.id} {...props} idea={idea} isOver={over === idea.id} />
        ))}
      </ul>
    </section>
  )
}

function cardUnder(event: React.DragEvent): string | null {
  return event.target instanceof Element ? (event.target.closest('[data-idea]')?.getAttribute('data-idea') ?? null) : null
}

function Card({ idea, ideas, isOver, timeZone, onMove, onDraft, onPlan, onEdit, onRemove }: ColumnProps & { readonly idea: Idea; readonly isOver: boolean }): React.JSX.Element {
  const { t } = useTranslation('ideas')
  const formats = useFormats()
  const { id, title, note, source, post } = idea

  function handleKey(event: React.KeyboardEvent<HTMLButtonElement>): void {
    const place = event.ctrlKey || event.metaKey ? placeByArrow(ideas, idea, event.key) : null
    if (place === null) return
    event.preventDefault()
    // In another column it is another element; the next key may come before a frame does.
    flushSync(() => onMove(idea, place))
    document.querySelector<HTMLElement>(`[data-idea="${id}"] [data-card]`)?.focus()
  }

  const plan = post?.plan ?? null
  const elsewhere = ideaStages.filter((stage) => stage !== idea.stage)
  return (
    // Dragged by mouse alone; its button takes the keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={styles.card} data-idea={id} data-over={isOver ? '' : undefined} draggable onDragStart={(event) => event.dataTransfer.setData(dragged, id)}>
      <button type="button" data-card className={styles.words} onClick={() => onEdit(idea)} onKeyDown={handleKey}>
        <span className={styles.title}>{title}</span>
        {note !== '' && <span className={styles.note}>{note}</span>}
      </button>
      {source !== null && <IdeaSourceLine source={source} />}
      <div className={styles.tools}>
        <Button size="small" variant="quiet" icon={PencilLine} onClick={() => onDraft(idea)}>
          {t(post === null ? 'write' : 'open')}
        </Button>
        {plan !== null && <span className={styles.plan}>{t('planned', { when: formats.day(plan.at, timeZone) })}</span>}
        <Menu
          align="end"
          trigger={<IconButton size="small" icon={MoreHorizontal} label={t('more', { title })} />}
          entries={[
            { kind: 'action', id: 'plan', label: t('plan'), icon: CalendarPlus, onSelect: () => onPlan(idea) },
            { kind: 'action', id: 'edit', label: t('edit'), icon: Pencil, onSelect: () => onEdit(idea) },
            ...elsewhere.map((stage) => ({ kind: 'action' as const, id: stage, label: t('moveTo', { stage: t(`stage.${stage}`) }), icon: MoveRight, onSelect: () => onMove(idea, { stage, before: null }) })),
            { kind: 'action', id: 'remove', label: t('remove'), icon: Trash2, tone: 'danger', onSelect: () => onRemove(idea) }
          ]}
        />
      </div>
    </li>
  )
}
