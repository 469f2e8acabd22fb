import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { formatRuleOf, formatsOf } from '../../../../shared/networks/formats-of.ts'
import type { PostFormat } from '../../../../shared/posts/post-format.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import type { ContentChange } from '../composer-changes.ts'
import styles from './FormatPicker.module.css'

export interface FormatPickerProps {
  readonly content: PostContent
  readonly accounts: readonly Account[]
  readonly isEditable: boolean
  readonly onChange: (change: ContentChange) => void
}

/** What the post is on each account whose network has several kinds, and what that means there; nothing where none has. */
export function FormatPicker({ content, accounts, isEditable, onChange }: FormatPickerProps): React.JSX.Element | null {
  const { t } = useTranslation('formats')
  const offered = content.targets.flatMap(({ accountId, format }) => {
    const account = accounts.find(({ id }) => id === accountId)
    const network = account === undefined ? null : capabilitiesOf(account.networkId)
    return account === undefined || network === null || formatsOf(network).length === 0 ? [] : [{ account, network, format }]
  })
  if (offered.length === 0) return null
  return (
    <section className={styles.formats} aria-label={t('title')}>
      {offered.map(({ account, network, format }) => (
        <div key={account.id} className={styles.row}>
          <span className={styles.account}>
            <NetworkIcon networkId={account.networkId} size={14} />
            <AccountName displayName={account.displayName} handle={account.handle} />
          </span>
          {isEditable ? (
            <SegmentedControl<'post' | PostFormat>
              size="small"
              label={t('choose', { handle: account.handle })}
              value={format ?? 'post'}
              segments={(['post', ...formatsOf(network)] as const).map((value) => ({ value, label: t(`name.${value}`) }))}
              onChange={(value) => onChange({ kind: 'set_format', accountId: account.id, format: value === 'post' ? null : value })}
            />
          ) : (
            <span>{t(`name.${format ?? 'post'}`)}</span>
          )}
          {format !== undefined && <FormatNote format={format} network={network} />}
        </div>
      ))}
    </section>
  )
}

/** What the network takes of it, and what is for people alone. */
function FormatNote({ format, network }: { readonly format: PostFormat; readonly network: ReturnType<typeof capabilitiesOf> }): React.JSX.Element | null {
  const { t } = useTranslation('formats')
  const formats = useFormats()
  const rule = formatRuleOf(network, format)
  if (rule === null) return null
  if (format === 'reel') return <p className={styles.note}>{t('reelNote', { network: network.name })}</p>
  if (format === 'document') return <p className={styles.note}>{t('documentNote', { network: network.name })}</p>
  return <p className={styles.note}>{t('storyNote', { network: network.name, length: formats.duration(rule.endsAfter?.value ?? 0) })}</p>
}
