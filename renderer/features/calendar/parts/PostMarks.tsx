import { ClockAlert, CloudUpload, KeyRound, Laptop, Repeat, Split, UserX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { PostSummary } from '../../../../shared/posts/post.ts'
import type { Icon } from '../../../components/icon.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { useNow } from '../../../shell/use-now.ts'
import { accessEndsBefore } from '../access-forecast.ts'
import styles from './PostMarks.module.css'

export interface PostMarksProps {
  readonly post: PostSummary
  readonly accounts: readonly Account[]
  readonly isRepeated: boolean
  readonly timeZone: string
  /** On a `wide` card what the marks mean is written beside them. */
  readonly form: 'line' | 'block' | 'wide'
}

/** That a post repeats, and what has to be on when its time comes: this computer, or the network alone. */
export function PostMarks({ post, accounts, isRepeated, timeZone, form }: PostMarksProps): React.JSX.Element {
  const { t } = useTranslation(['series', 'calendar'])
  const networks = useNetworkNames()
  const formats = useFormats()
  const names = [...new Set(post.handedOver.flatMap((id) => accounts.find((account) => account.id === id)?.networkId ?? []))].map(networks.inSentence)
  const isCutOff = accessEndsBefore(post, accounts.filter(({ isRemoved: gone }) => gone !== true), useNow())
  const apart = (post.apart ?? []).flatMap(({ accountId, at }) => accounts.filter(({ id }) => id === accountId).map((account) => t('calendar:apart.one', { account: accountLabel(account), when: formats.dayAndTime(at, timeZone) })))
  const removed = accounts.filter(({ id, isRemoved: gone }) => gone === true && post.accountIds.includes(id)).map(accountLabel)
  const isWholly = post.accountIds.every((id) => post.handedOver.includes(id))
  const place = names.length > 0 ? t('place.thereShort', { networks: formats.list(names) }) : t('place.hereShort')
  return (
    <>
      {isCutOff && <Mark icon={KeyRound} text={t('accessEndsBefore')} isWritten={form === 'wide'} tone="warning" />}
      {post.stillAt !== undefined && <Mark icon={ClockAlert} text={t('place.movingShort', { networks: formats.list(names), old: formats.dayAndTime(post.stillAt, post.schedule?.timeZone) })} isWritten={form === 'wide'} tone="warning" />}
      {apart.length > 0 && <Mark icon={Split} text={t('calendar:apart.title', { others: formats.list(apart) })} isWritten={form === 'wide'} />}
      {removed.length > 0 && <Mark icon={UserX} text={formats.list(removed)} isWritten={form === 'wide'} />}
      {isRepeated && <Mark icon={Repeat} text={t('repeated')} isWritten={false} />}
      {/* A narrow card names the exception alone; that this computer must be on is written where there is room. */}
      {post.status === 'scheduled' && post.stillAt === undefined && (names.length > 0 || form === 'wide') && <Mark icon={isWholly ? CloudUpload : Laptop} text={place} isWritten={form === 'wide'} />}
    </>
  )
}

function Mark({ icon: Drawing, text, isWritten, tone }: { readonly icon: Icon; readonly text: string; readonly isWritten: boolean; readonly tone?: 'warning' }): React.JSX.Element {
  return (
    <span className={styles.mark} data-tone={tone} title={text}>
      <Drawing size={12} aria-hidden="true" />
      {isWritten ? <span>{text}</span> : <VisuallyHidden>{text}</VisuallyHidden>}
    </span>
  )
}
