import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { capabilitiesFor } from '../../../../shared/networks/in-channel.ts'
import { withFormat } from '../../../../shared/networks/formats-of.ts'
import { titleFor } from '../../../../shared/posts/post-parts.ts'
import { SpelledTextField } from '../../spelling/Spelled.tsx'
import type { ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { OwnLine } from './OwnLine.tsx'
import styles from './PostTitle.module.css'
import { useNameInHand } from './use-network-name.ts'
import { useGivingUp } from './use-giving-up.ts'

export interface PostTitleProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly state: ReadyState
  readonly isReadOnly: boolean
}

/** The title, where a chosen network has one: the post's, or while one account is in the editor that account's. */
export const PostTitle = memo(function PostTitle({ workspaceId, store, state: { post: { postId, content }, accounts, editing }, isReadOnly }: PostTitleProps): React.JSX.Element | null {
  const { t } = useTranslation('variants')
  const { t: ofComposer } = useTranslation('composer')
  const giving = useGivingUp()
  const titled = content.targets.flatMap(({ accountId, format }) => accounts.find((each) => each.id === accountId && withFormat(capabilitiesFor(each), format).hasTitle) ?? [])
  const account = titled.find(({ id }) => id === editing)
  const name = useNameInHand({ post: { content }, accounts, editing }) ?? ''
  if (titled.length === 0 || (editing !== null && account === undefined)) return null
  const isOwn = content.targets.some(({ accountId, title }) => accountId === account?.id && title !== undefined)
  return (
    <div className={styles.title} data-jump="title">
      <SpelledTextField
        workspaceId={workspaceId}
        scope={postId}
        label={account === undefined ? ofComposer('titleLabel') : t('title.label', { name })}
        isLabelHidden
        placeholder={ofComposer('titlePlaceholder')}
        value={account === undefined ? content.title : titleFor(content, account.id)}
        maxLength={300}
        readOnly={isReadOnly}
        onChange={(title) => giving.begin(store, { kind: 'retitle', title, ...(account === undefined ? {} : { accountId: account.id }) })}
      />
      {account !== undefined && <OwnLine isOwn={isOwn} isReadOnly={isReadOnly} words={{ own: t('title.own', { name }), common: t('title.common', { name }), follow: t('title.follow') }} onFollow={() => giving.up({ workspaceId, store, accountId: account.id, name, thing: 'title' })} />}
    </div>
  )
})
