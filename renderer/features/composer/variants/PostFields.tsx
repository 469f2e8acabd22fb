import { memo } from 'react'
import { PostCategories } from '../categories/PostCategories.tsx'
import { accountsOfTab } from './accounts-of-tab.ts'
import { PostBeside } from './PostBeside.tsx'
import { PostTags } from './PostTags.tsx'
import type { PostTitleProps } from './PostTitle.tsx'

/** What goes out beside the words, where chosen networks have fields for it. */
export const PostFields = memo(function PostFields({ workspaceId, store, state, isReadOnly }: PostTitleProps): React.JSX.Element {
  const shared = { workspaceId, store, state, isReadOnly }
  return (
    <>
      <PostBeside field="link" {...shared} />
      <PostTags {...shared} />
      <PostBeside field="teaser" {...shared} />
      <PostCategories workspaceId={workspaceId} content={state.post.content} accounts={accountsOfTab(state)} isEditable={!isReadOnly} onChange={store.change} />
    </>
  )
})
