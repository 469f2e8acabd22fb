import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { countForAccount } from '../../../../shared/posts/count-for-account.ts'
import styles from './PreviewPane.module.css'

/** From this share of the limit on, the counter says that it gets tight. */
const nearLimit = 0.9

/** How much room is left, by that network's own rule. */
export const Counter = memo(function Counter({ account, text, hasMedia }: { readonly account: Account; readonly text: string; readonly hasMedia: boolean }): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { count, max, remaining, isTooLong } = countForAccount(text, account, hasMedia)
  if (max === null || remaining === null) return <span className={styles.counter}>{t('counter.used', { count })}</span>
  const level = isTooLong ? 'over' : count >= max * nearLimit ? 'near' : 'fine'
  return (
    <span className={styles.counter} data-level={level}>
      {remaining < 0 ? t('counter.over', { count: -remaining }) : t('counter.left', { count: remaining })}
    </span>
  )
})
