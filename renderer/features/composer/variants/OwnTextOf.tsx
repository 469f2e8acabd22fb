import { memo } from 'react'
import { useSame } from '../../../components/use-same.ts'
import { isEditable, type ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { isAtComment, isLeftOutNow } from '../thread/comment-in-hand.ts'
import { partAsContent } from '../thread/thread-changes.ts'
import { choicesFor } from './network-choices.ts'
import { hasBaseChanged } from './own-text.ts'
import { OwnText } from './OwnText.tsx'
import { useNameInHand } from './use-network-name.ts'

interface OwnTextOfProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly state: ReadyState
}

/** About the text of the account in the editor; nothing where that is everybody's. */
export const OwnTextOf = memo(function OwnTextOf({ workspaceId, store, state: { post, accounts, editing, part } }: OwnTextOfProps): React.JSX.Element | null {
  const content = partAsContent(post.content, part)
  const target = content.targets.find(({ accountId }) => accountId === editing)
  const name = useNameInHand({ post, accounts, editing })
  const choices = useSame(editing === null ? null : choicesFor(post.content, accounts, editing))
  if (target === undefined || name === null) return null
  return (
    <OwnText
      workspaceId={workspaceId}
      store={store}
      accountId={target.accountId}
      handle={name}
      choices={choices}
      comment={!isAtComment({ post, part }) ? 'none' : isLeftOutNow({ post, editing, part }) ? 'left_out' : 'given'}
      base={content.document}
      own={target.variant}
      begunFrom={target.begunFrom ?? null}
      isBaseChanged={hasBaseChanged(content, target)}
      isEditable={isEditable(post)}
    />
  )
})
