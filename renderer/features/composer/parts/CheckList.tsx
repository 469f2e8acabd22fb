import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { hasStop, type PostProblem } from '../../../../shared/posts/check-post.ts'
import { smallIconProps } from '../../../components/icon.ts'
import { useFormats } from '../../../language/use-formats.ts'
import styles from './CheckList.module.css'

export interface CheckListProps {
  readonly problems: readonly PostProblem[]
  readonly accounts: readonly Account[]
  /** Brings the text of that account into the editor. */
  readonly onShow: (accountId: string | null) => void
}

/** Everything that stops the post or deserves a look, with the account it concerns; one calm line when all is well. */
export function CheckList({ problems, accounts, onShow }: CheckListProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  if (problems.length === 0) {
    return (
      <p className={styles.ready} role="status">
        <CircleCheck {...smallIconProps} />
        {t('checks.allWell')}
      </p>
    )
  }
  return (
    <section className={styles.checks} aria-label={t('checks.title')} data-stops={hasStop(problems)}>
      <ul>
        {problems.map((problem) => (
          <ProblemLine key={`${problem.code} ${problem.accountId ?? ''} ${problem.details['mediaId'] ?? ''}`} problem={problem} account={accounts.find((account) => account.id === problem.accountId)} onShow={onShow} />
        ))}
      </ul>
    </section>
  )
}

function ProblemLine({ problem, account, onShow }: { readonly problem: PostProblem; readonly account: Account | undefined; readonly onShow: CheckListProps['onShow'] }): React.JSX.Element {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const isBytes = problem.code === 'image_too_large'
  const figure = (name: 'count' | 'max'): string => {
    const value = problem.details[name]
    return typeof value === 'number' ? (isBytes ? formats.bytes(value) : formats.number(value)) : ''
  }
  const text = t(`problem.${problem.code}`, { fileName: '', network: '', ...problem.details, amount: figure('count'), max: figure('max') })
  return (
    <li data-severity={problem.severity}>
      {problem.severity === 'stop' ? <CircleAlert {...smallIconProps} /> : <TriangleAlert {...smallIconProps} />}
      <span>{text}</span>
      {account && (
        <button type="button" onClick={() => onShow(account.id)}>
          {account.handle}
        </button>
      )}
    </li>
  )
}
