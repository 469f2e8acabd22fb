import { Draggable } from '@fullcalendar/react/interaction'
import { Images, Lightbulb, PencilLine } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { DraftsToPlan } from './DraftsToPlan.tsx'
import { IdeasToPlan } from './IdeasToPlan.tsx'
import { PicturesToPlan } from './PicturesToPlan.tsx'
import styles from './Shelf.module.css'
import type { ShelfProps } from './shelf-props.ts'

const boards = ['drafts', 'ideas', 'pictures'] as const
type Board = (typeof boards)[number]
const icons = { drafts: PencilLine, ideas: Lightbulb, pictures: Images } as const

/** What waits for a day, beside the calendar: drafts, ideas, pictures. Drag one onto a day or an hour, or plan it by its button. */
export function Shelf({ workspaceId, timeZone, drafts, accounts, onOpen, onPlan }: ShelfProps): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const [board, setBoard] = useState<Board>('drafts')
  const shelf = useRef<HTMLElement>(null)

  useEffect(() => {
    if (shelf.current === null) return
    const draggable = new Draggable(shelf.current, { itemSelector: '[data-carried]', eventData: { create: false, duration: '00:45' } })
    return () => draggable.destroy()
  }, [])

  return (
    <aside ref={shelf} className={styles.shelf} aria-label={t(`shelf.${board}`)}>
      <div className={styles.boards}>
        <SegmentedControl size="small" label={t('shelf.label')} value={board} onChange={setBoard} segments={boards.map((value) => ({ value, label: t(`shelf.short.${value}`), icon: icons[value], isIconOnly: true }))} />
      </div>
      {board === 'drafts' && <DraftsToPlan workspaceId={workspaceId} timeZone={timeZone} drafts={drafts} accounts={accounts} onOpen={onOpen} onPlan={onPlan} />}
      {board === 'ideas' && <IdeasToPlan workspaceId={workspaceId} timeZone={timeZone} onPlan={onPlan} />}
      {board === 'pictures' && <PicturesToPlan workspaceId={workspaceId} timeZone={timeZone} onPlan={onPlan} />}
    </aside>
  )
}
