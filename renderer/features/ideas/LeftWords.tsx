import { useTranslation } from 'react-i18next'
import type { Idea, IdeaWords } from '../../../shared/ideas/idea.ts'
import { Banner } from '../../components/Banner.tsx'
import { Button } from '../../components/Button.tsx'
import { firstWords } from '../../language/first-words.ts'

interface LeftWordsProps {
  /** The last one first. */
  readonly left: readonly IdeaWords[]
  readonly ideas: readonly Idea[]
  /** Goes on with the new idea. */
  readonly onNew: () => void
  readonly onEdit: (idea: Idea) => void
}

/** An idea that was begun and not saved, before a crash too: the last one, with the way back to it. */
export function LeftWords({ left, ideas, onNew, onEdit }: LeftWordsProps): React.JSX.Element | null {
  const { t } = useTranslation('ideas')
  for (const { ideaId, isNew, title, note } of left) {
    const idea = ideas.find(({ id }) => id === ideaId)
    if (idea === undefined && !isNew) continue
    const goOn = (): void => (idea === undefined ? onNew() : onEdit(idea))
    const words = firstWords(title.trim() === '' ? note : title)
    return (
      <Banner shape="strip" title={t(isNew ? 'left.new' : 'left.card', { words })} actions={<Button size="small" onClick={goOn}>{t('left.goOn')}</Button>} />
    )
  }
  return null
}
