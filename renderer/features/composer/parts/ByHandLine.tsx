import { Hand } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { isByHand } from '../../../../shared/networks/is-by-hand.ts'
import { partsFor } from '../../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { smallIconProps } from '../../../components/icon.ts'
import { useFormats } from '../../../language/use-formats.ts'
import styles from './ByHandLine.module.css'

export interface ByHandLineProps {
  /** Those that the post goes to. */
  readonly accounts: readonly Account[]
  /** That the first of those by hand gets. */
  readonly files: number
  /** Where it goes out at once, under terms. */
  readonly directIds: readonly string[]
}

/** What the person will do themselves where they publish by hand, or finish what arrives as a draft, said before anything is scheduled; nothing where Vigie publishes. */
export function ByHandLine({ accounts, files, directIds }: ByHandLineProps): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const byHand = accounts.filter(({ networkId }) => isByHand(networkId))
  const drafts = accounts.filter(({ id, networkId }) => capabilitiesOf(networkId).finishedByPerson === true && !directIds.includes(id))
  const [first] = byHand
  const networks = formats.list([...new Set(byHand.map(({ displayName }) => displayName))])
  return (
    <>
      {first !== undefined && <Line>{files === 0 ? t('byHand.note', { networks }) : t('byHand.noteWithFiles', { networks, count: files })}</Line>}
      {drafts.length > 0 && <Line>{t('byHand.noteDraft', { networks: formats.list([...new Set(drafts.map(({ networkId }) => capabilitiesOf(networkId).name))]) })}</Line>}
    </>
  )
}

function Line({ children }: { readonly children: string }): React.JSX.Element {
  return (
    <p className={styles.line}>
      <Hand {...smallIconProps} />
      <span>{children}</span>
    </p>
  )
}

/** How many pictures and videos the person takes along to the first of the accounts where they publish by hand. */
export function filesByHand(content: PostContent, accounts: readonly Account[]): number {
  const first = content.targets.flatMap(({ accountId }) => accounts.find(({ id, networkId }) => id === accountId && isByHand(networkId)) ?? [])[0]
  return first === undefined ? 0 : partsFor(content, first, capabilitiesOf(first.networkId)).reduce((sum, { media }) => sum + media.length, 0)
}

/** Nothing of it leaves by itself. */
export function isAllByHand(accounts: readonly Account[]): boolean {
  return accounts.length > 0 && accounts.every(({ networkId }) => isByHand(networkId))
}
