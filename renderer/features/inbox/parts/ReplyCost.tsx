import { CircleAlert, Coins } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { costOfMessage, costOfText } from '../../../../shared/costs/post-cost.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { smallIconProps } from '../../../components/icon.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { spentThisMonth } from '../../costs/month-so-far.ts'
import styles from './ReplyBox.module.css'

export interface ReplyCostProps {
  readonly workspaceId: string
  readonly account: Account
  readonly text: string
  readonly isPrivate: boolean
}

/** What the answer costs before it is sent, and what the month has cost; nothing where it costs nothing. */
export function ReplyCost({ workspaceId, account, text, isPrivate }: ReplyCostProps): React.JSX.Element | null {
  const { t } = useTranslation(['paidMessages', 'costs'])
  const formats = useFormats()
  const names = useNetworkNames()
  const cap = useWorkspace(workspaceId)?.safety.monthlyCapMills ?? null
  const network = capabilitiesOf(account.networkId)
  const cost = isPrivate ? costOfMessage(network) : costOfText(text, network)
  const [costs] = useRequest('costs.read', cost === null ? null : { workspaceId }, ['outbox.changed', 'inbox.changed'])
  if (cost === null) return null
  const spent = costs.kind === 'ready' ? spentThisMonth(costs.value) : null
  const isOverCap = cap !== null && cost.mills > cap - (spent ?? 0)
  const price = t(`paidMessages:${isOverCap ? 'answerOverCap' : cost.hasLink ? 'answerWithLink' : 'answer'}`, { network: names.inSentence(account.networkId), amount: formats.dollars(cost.mills) })
  const month = spent === null ? null : cap === null ? t('costs:month', { spent: formats.dollars(spent) }) : t('costs:monthOfCap', { spent: formats.dollars(spent), cap: formats.dollars(cap) })
  return (
    <p className={styles.cost} data-over={isOverCap}>
      {isOverCap ? <CircleAlert {...smallIconProps} /> : <Coins {...smallIconProps} />}
      {month === null ? price : `${price} · ${month}`}
    </p>
  )
}
