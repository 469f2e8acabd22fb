import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { linkFor, longestLink, longestTeaser, teaserFor } from '../../../../shared/posts/beside-words.ts'
import { TextField } from '../../../components/TextField.tsx'
import { useSame } from '../../../components/use-same.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { AddressTagsButton } from '../../link-tags/AddressTagsButton.tsx'
import { SpelledTextArea } from '../../spelling/Spelled.tsx'
import type { BesideField } from './own-text.ts'
import { OwnLine } from './OwnLine.tsx'
import styles from './PostBeside.module.css'
import type { PostTitleProps } from './PostTitle.tsx'
import { useNameInHand } from './use-network-name.ts'
import { useGivingUp } from './use-giving-up.ts'

export interface PostBesideProps extends PostTitleProps {
  readonly field: BesideField
}

/** What stands beside the words in a field of its own, where a chosen network has it: the post's, or while one account is in the editor that account's. */
export function PostBeside({ field, workspaceId, store, state: { post: { postId, content }, accounts, editing }, isReadOnly }: PostBesideProps): React.JSX.Element | null {
  const formats = useFormats()
  const { inSentence } = useNetworkNames()
  const taking = content.targets.flatMap(({ accountId }) => accounts.find(({ id, networkId }) => id === accountId && capabilitiesOf(networkId)[field] !== undefined) ?? [])
  const takingNow = useSame(editing === null ? taking : taking.filter(({ id }) => id === editing))
  const account = taking.find(({ id }) => id === editing)
  const name = useNameInHand({ post: { content }, accounts, editing }) ?? ''
  if (taking.length === 0 || (editing !== null && account === undefined)) return null
  const isOwn = content.targets.some((target) => target.accountId === account?.id && target[field] !== undefined)
  const networks = formats.list([...new Set(takingNow.map(({ networkId }) => inSentence(networkId)))])
  const text = account === undefined ? (content[field] ?? '') : (field === 'link' ? linkFor : teaserFor)(content, account.id)
  return <FieldOf key={account?.id ?? ''} field={field} workspaceId={workspaceId} store={store} postId={postId} accountId={account?.id ?? null} name={name} accounts={takingNow} networks={networks} text={text} isOwn={isOwn} isReadOnly={isReadOnly} />
}

interface FieldOfProps extends Pick<PostBesideProps, 'field' | 'workspaceId' | 'store' | 'isReadOnly'> {
  readonly postId: string
  readonly accountId: string | null
  /** Of the account, or of its network where several are kept together. */
  readonly name: string
  /** Those that take it. */
  readonly accounts: readonly Account[]
  /** Their networks, in words. */
  readonly networks: string
  readonly text: string
  readonly isOwn: boolean
}

/** No key in the text changes what it says, so that none draws it again. */
const FieldOf = memo(function FieldOf({ field, workspaceId, store, postId, accountId, name, accounts, networks, text, isOwn, isReadOnly }: FieldOfProps): React.JSX.Element {
  const { t } = useTranslation('variants')
  const giving = useGivingUp()
  const whose = accountId === null ? {} : { accountId }
  const common = {
    label: accountId === null ? t(`${field}.label`) : t(`${field}.labelFor`, { name }),
    placeholder: t(`${field}.placeholder`),
    hint: t(`${field}.hint`, { networks }),
    value: text,
    readOnly: isReadOnly,
    onChange: (written: string) => giving.begin(store, { kind: `set_${field}`, text: written, ...whose })
  }
  return (
    <div className={styles.field} data-jump={field}>
      {field === 'link' ? <TextField {...common} aside={<AddressTagsButton workspaceId={workspaceId} address={text.trim()} accounts={accounts} isOwn={accountId !== null} disabled={isReadOnly} onFinish={(address, sources) => giving.begin(store, { kind: 'set_link', text: address, ...whose, sources })} />} inputMode="url" autoComplete="off" spellCheck={false} maxLength={longestLink} /> : <SpelledTextArea {...common} isTypeset workspaceId={workspaceId} scope={postId} rows={2} maxLength={longestTeaser} />}
      {accountId !== null && <OwnLine isOwn={isOwn} isReadOnly={isReadOnly} words={{ own: t(`${field}.own`, { name }), common: t(`${field}.common`, { name }), follow: t(`${field}.follow`) }} onFollow={() => giving.up({ workspaceId, store, accountId, name, thing: field })} />}
    </div>
  )
})
