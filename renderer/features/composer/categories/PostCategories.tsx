import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesFor } from '../../../../shared/networks/in-channel.ts'
import type { CategoriesRule } from '../../../../shared/networks/network-capabilities.ts'
import { goneCategories, inTree, mostCategories, type Category } from '../../../../shared/posts/categories.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import type { ContentChange } from '../composer-changes.ts'
import { CategoriesField } from './CategoriesField.tsx'
import styles from './PostCategories.module.css'
import { useCategoriesThere, type CategoriesKnown } from './use-categories-there.ts'

export interface PostCategoriesProps {
  readonly workspaceId: string
  readonly content: PostContent
  readonly accounts: readonly Account[]
  readonly isEditable: boolean
  readonly onChange: (change: ContentChange) => void
}

/** For each account whose site files posts under categories, or whose board has sections: which of them; nothing where none does. */
export function PostCategories({ workspaceId, content, accounts, isEditable, onChange }: PostCategoriesProps): React.JSX.Element | null {
  const filed = content.targets.flatMap(({ accountId, categories }) => accounts.filter((each) => each.id === accountId && capabilitiesFor(each).categories !== undefined).map((account) => ({ account, categories })))
  if (filed.length === 0) return null
  return (
    <div className={styles.categories} data-jump="categories">
      {filed.map(({ account, categories = none }) => <CategoriesOfAccount key={account.id} workspaceId={workspaceId} account={account} chosen={categories} isEditable={isEditable} onChange={onChange} />)}
    </div>
  )
}

const none: readonly Category[] = []

interface CategoriesOfAccountProps extends Pick<PostCategoriesProps, 'workspaceId' | 'isEditable' | 'onChange'> {
  readonly account: Account
  readonly chosen: readonly Category[]
}

/** No key in the text draws it again. */
const CategoriesOfAccount = memo(function CategoriesOfAccount({ workspaceId, account, chosen, isEditable, onChange }: CategoriesOfAccountProps): React.JSX.Element {
  const { t, i18n: { language } } = useTranslation('categories')
  const formats = useFormats()
  const known = useCategoriesThere(workspaceId, account.id, chosen.length > 0)
  const { there, isAsking, error, ask } = known
  const rule = capabilitiesFor(account).categories
  const are = rule?.are ?? 'categories'
  const tree = useMemo(() => inTree(there?.categories ?? [], new Intl.Collator(language, { sensitivity: 'base', numeric: true }).compare), [there, language])
  const gone = goneCategories(chosen, there)
  const label = t(`${are}.label`, { handle: account.handle })
  if (!isEditable) return <p className={styles.fixed}>{t(`${are}.fixed`, { handle: account.handle, names: chosen.length === 0 ? t(`${are}.none`) : formats.list(chosen.map(({ name }) => name)) })}</p>
  return (
    <div data-account={account.id}>
      <CategoriesField
        label={label}
        hint={<Hint known={known} are={are} />}
        error={gone.length === 0 ? undefined : t(`${are}.gone`, { count: gone.length, names: formats.list(gone.map(({ name }) => t('quoted', { name }))) })}
        chosen={chosen}
        are={are}
        most={rule?.most?.value ?? mostCategories}
        tree={tree}
        gone={gone}
        empty={there === null && isAsking ? t(`${are}.asking`) : t(`${are}.nothing`)}
        onOpen={ask}
        onChange={(categories) => onChange({ kind: 'set_categories', accountId: account.id, categories })}
      />
      {error !== null && <ErrorState size="inline" error={error} onRetry={ask} />}
    </div>
  )
})

/** What the list is, and of when where the site could not be asked now. */
function Hint({ known: { there, readAt, error }, are }: { readonly known: CategoriesKnown; readonly are: CategoriesRule['are'] }): React.JSX.Element {
  const { t } = useTranslation('categories')
  const formats = useFormats()
  return (
    <>
      {t(`${are}.hint`)}
      {there !== null && !there.isComplete && ` ${t(`${are}.more`, { count: there.categories.length })}`}
      {error !== null && readAt !== null && ` ${t(`${are}.asOf`, { when: formats.moment(readAt, readAt) })}`}
    </>
  )
}
