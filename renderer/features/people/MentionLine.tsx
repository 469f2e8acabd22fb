import { AtSign } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { isUnresolved, mentionsIn, mentionWords, type Mention } from '../../../shared/people/name-people.ts'
import type { Person } from '../../../shared/people/person.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { smallIconProps } from '../../components/icon.ts'
import { PersonDialog } from './PersonDialog.tsx'
import styles from './People.module.css'

export interface MentionLineProps {
  readonly workspaceId: string
  /** The accounts that the post goes to. */
  readonly accounts: readonly Account[]
  readonly content: PostContent
  readonly onName: (person: Person) => void
}

/** Whom the post mentions, each the way to their names on the networks; nothing where it mentions nobody. */
export const MentionLine = memo(function MentionLine({ workspaceId, accounts, content, onName }: MentionLineProps): React.JSX.Element | null {
  const { t } = useTranslation('people')
  const [open, setOpen] = useState<Mention | null>(null)
  const mentioned = mentionsOf(content)
  if (mentioned.length === 0) return null
  return (
    <section className={styles.line} aria-label={t('line')}>
      <AtSign {...smallIconProps} />
      {mentioned.map((mention) => (
        <button key={mention.personId} type="button" className={styles.person} aria-label={t('open', { name: mentionWords(mention.name) })} data-unresolved={accounts.some(({ networkId }) => isUnresolved(mention, networkId))} onClick={() => setOpen(mention)}>
          {mention.name}
        </button>
      ))}
      {open !== null && <PersonDialog workspaceId={workspaceId} accounts={accounts} mention={open} onSave={onName} onClose={() => setOpen(null)} />}
    </section>
  )
})

/** In all texts of the post, each person once. */
function mentionsOf({ document, targets, moreParts = [] }: PostContent): readonly Mention[] {
  const documents = [document, ...targets.flatMap(({ variant }) => variant ?? []), ...moreParts.flatMap((part) => [part.document, ...part.variants.map((variant) => variant.document)])]
  return [...new Map(documents.flatMap(mentionsIn).map((mention) => [mention.personId, mention])).values()]
}
