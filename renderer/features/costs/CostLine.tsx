import { CircleAlert, Coins } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { smallIconProps } from '../../components/icon.ts'
import { useFormats } from '../../language/use-formats.ts'
import styles from './CostLine.module.css'
import type { PostCosts } from './use-post-cost.ts'

/** What the post costs before it is sent, and what the month has cost; nothing where it costs nothing. That the cap forbids it is said by the checks. */
export function CostLine({ cost }: { readonly cost: PostCosts | null }): React.JSX.Element | null {
  const { t } = useTranslation('costs')
  const formats = useFormats()
  if (cost === null) return null
  const amount = formats.dollars(cost.mills)
  const price = t(cost.withLink > 0 ? 'priceWithLink' : 'price', { network: cost.networks, amount, count: cost.posts })
  const spent = cost.spent === null ? null : formats.dollars(cost.spent)
  const month = spent === null ? null : cost.cap === null ? t('month', { spent }) : t('monthOfCap', { spent, cap: formats.dollars(cost.cap) })
  return (
    <p className={styles.line} data-over={cost.isOverCap ? '' : undefined}>
      {cost.isOverCap ? <CircleAlert {...smallIconProps} /> : <Coins {...smallIconProps} />}
      {month === null ? price : `${price} · ${month}`}
    </p>
  )
}
