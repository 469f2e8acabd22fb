import { lazy, memo, Suspense, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { networkIdSchema } from '../../../../shared/networks/network-id.ts'
import { tagsFor } from '../../../../shared/posts/tags.ts'
import { useBegunWords } from '../../../bridge/use-begun-words.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import type { ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { OwnLine } from './OwnLine.tsx'
import styles from './PostTags.module.css'
import { useNameInHand } from './use-network-name.ts'
import { useGivingUp } from './use-giving-up.ts'

// Few posts have tags; opening the others does not wait for the field.
const TagsField = lazy(async () => ({ default: (await import('../../../components/TagsField.tsx')).TagsField }))

export interface PostTagsProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly state: ReadyState
  readonly isReadOnly: boolean
}

/** The tags, where a chosen network has some apart from the words: the post's, or while one account is in the editor that account's. */
export function PostTags({ workspaceId, store, state: { post: { postId, content }, accounts, editing }, isReadOnly }: PostTagsProps): React.JSX.Element | null {
  const tagged = content.targets.flatMap(({ accountId }) => accounts.find(({ id, networkId }) => id === accountId && capabilitiesOf(networkId).tags !== undefined) ?? [])
  const account = tagged.find(({ id }) => id === editing)
  const name = useNameInHand({ post: { content }, accounts, editing }) ?? ''
  if (tagged.length === 0 || (editing !== null && account === undefined)) return null
  const isOwn = content.targets.some(({ accountId, tags }) => accountId === account?.id && tags !== undefined)
  const tags = account === undefined ? (content.tags ?? noTags) : tagsFor(content, account.id)
  const networkIds = [...new Set((account === undefined ? tagged : [account]).map(({ networkId }) => networkId))]
  return <TagsOf key={account?.id ?? ''} workspaceId={workspaceId} postId={postId} store={store} accountId={account?.id ?? null} name={name} networks={networkIds.join()} tags={tags.length === 0 ? noTags : tags} isOwn={isOwn} isReadOnly={isReadOnly} />
}

const noTags: readonly string[] = []

interface TagsOfProps extends Pick<PostTagsProps, 'workspaceId' | 'store' | 'isReadOnly'> {
  readonly postId: string
  readonly accountId: string | null
  /** Of the account, or of its network where several are kept together. */
  readonly name: string
  /** Those that get them, joined by commas. */
  readonly networks: string
  readonly tags: readonly string[]
  readonly isOwn: boolean
}

/** No key in the text changes what it says, so that none draws it again. */
const TagsOf = memo(function TagsOf({ workspaceId, postId, store, accountId, name, networks, tags, isOwn, isReadOnly }: TagsOfProps): React.JSX.Element {
  const { t } = useTranslation('tags')
  const giving = useGivingUp()
  const begun = useBegunWords({ workspaceId, kind: 'tag', id: `${postId} ${accountId ?? 'all'}` })
  const write = begun?.write
  const handleBegun = useCallback((text: string) => write?.(text.trim() === '' ? null : { kind: 'tag', text }), [write])
  const [used] = useRequest('posts.tagsUsed', { workspaceId }, ['posts.changed'])
  const hint = useHint(networks)
  const handleChange = useCallback((next: readonly string[]) => giving.begin(store, { kind: 'set_tags', tags: next, ...(accountId === null ? {} : { accountId }) }), [giving, store, accountId])
  return (
    <div className={styles.tags} data-jump="tags">
      <Suspense fallback={null}>
        {begun !== null && <TagsField label={accountId === null ? t('label') : t('labelFor', { name })} tags={tags} suggestions={used.kind === 'ready' ? used.value.tags : noTags} placeholder={t('placeholder')} hint={hint} isReadOnly={isReadOnly} onChange={handleChange} begun={isReadOnly ? '' : (begun.words?.text ?? '')} onBegun={handleBegun} />}
      </Suspense>
      {accountId !== null && <OwnLine isOwn={isOwn} isReadOnly={isReadOnly} words={{ own: t('own', { name }), common: t('common', { name }), follow: t('follow') }} onFollow={() => giving.up({ workspaceId, store, accountId, name, thing: 'tags' })} />}
    </div>
  )
})

/** Where they go, and what those who read the post do not see. */
function useHint(networks: string): string {
  const { t } = useTranslation('tags')
  const formats = useFormats()
  const { inSentence } = useNetworkNames()
  const ids = networks.split(',').flatMap((name) => networkIdSchema.safeParse(name).data ?? [])
  const names = formats.list(ids.map(inSentence))
  return [t('hint', { networks: names }), ...(ids.includes('youtube') ? [t('youtube')] : [])].join(' ')
}
