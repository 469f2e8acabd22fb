import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { countForAccount } from '../../../../shared/posts/count-for-account.ts'
import type { PostFraming } from '../../../../shared/posts/post-framing.ts'
import type { Quote } from '../../../../shared/posts/quote.ts'
import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import type { TextCount } from '../../../../shared/text/count-text.ts'
import { useFormats } from '../../../language/use-formats.ts'
import styles from './PreviewPane.module.css'

/** From this share of the limit on, the counter says that it gets tight. */
const nearLimit = 0.9

interface CounterProps {
  readonly account: Account
  readonly document: RichDocument
  readonly hasMedia: boolean
  readonly isComment?: boolean
  readonly framing?: PostFraming | undefined
  readonly quote?: Quote | undefined
}

/** How much room is left, by that network's own rule. */
export const Counter = memo(function Counter({ account, document, hasMedia, isComment = false, framing, quote }: CounterProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const counted = countForAccount(document, account, { hasMedia, isComment, framing, quote })
  const { count, max, inBytes } = tighterBound(counted)
  if (max === null) return <span className={styles.counter}>{t('counter.used', { count, amount: formats.number(count) })}</span>
  const level = count > max ? 'over' : count >= max * nearLimit ? 'near' : 'fine'
  const words = count > max ? (inBytes ? 'counter.bytesOver' : 'counter.over') : inBytes ? 'counter.bytesLeft' : 'counter.left'
  const room = Math.abs(max - count)
  return (
    <span className={styles.counter} data-level={level}>
      {t(words, { count: room, amount: formats.number(room) })}
    </span>
  )
})

/** Characters, unless bytes are all that counts or what is too many. */
function tighterBound({ count, max, bytes, maxBytes }: TextCount): { readonly count: number; readonly max: number | null; readonly inBytes: boolean } {
  const isInBytes = maxBytes !== null && (max === null || (bytes > maxBytes && count <= max))
  return isInBytes ? { count: bytes, max: maxBytes, inBytes: true } : { count, max, inBytes: false }
}
