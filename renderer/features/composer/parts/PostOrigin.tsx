import { memo } from 'react'
import { Archive, MessageCircle, Rss } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PostOrigin as Origin } from '../../../../shared/posts/post.ts'
import { Popover } from '../../../components/Popover.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { openExternal } from '../../../shell/studio-actions.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { SourceOfIdea } from '../../ideas/SourceOfIdea.tsx'
import { EarlierPost } from './EarlierPost.tsx'
import styles from '../ComposerDesk.module.css'

/** What this post was made of: an item of the watch, a message, a post of the client's that is out. */
export const PostOrigin = memo(function PostOrigin({ workspaceId, origin }: { readonly workspaceId: string; readonly origin: Origin }): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const { t: ofIdeas } = useTranslation('ideas')
  const networks = useNetworkNames()
  switch (origin.kind) {
    case 'watch':
      return (
        <p className={styles.origin}>
          <Rss size={14} aria-hidden="true" />
          {t('fromWatch')}
          <button type="button" onClick={() => void openExternal(origin.url)}>
            {origin.title}
          </button>
        </p>
      )
    case 'inbox': {
      const name = ofIdeas(origin.isPrivate ? 'source.private' : 'source.public', { author: origin.author, network: networks.inSentence(origin.networkId) })
      return (
        <div className={styles.origin}>
          <MessageCircle size={14} aria-hidden="true" />
          {t('fromInbox')}
          <Popover label={name} className={styles.message ?? ''} trigger={<button type="button">{name}</button>}>
            <SourceOfIdea workspaceId={workspaceId} source={origin} />
          </Popover>
        </div>
      )
    }
    case 'post':
      return <EarlierPost workspaceId={workspaceId} postId={origin.postId} />
    case 'past':
      return <PastPost workspaceId={workspaceId} publishedAt={origin.publishedAt} />
    case 'composer':
    case 'practice':
      return null
  }
})

/** Nothing is there any more that could be opened: the day says it. */
function PastPost({ workspaceId, publishedAt }: { readonly workspaceId: string; readonly publishedAt: number }): React.JSX.Element {
  const { t } = useTranslation('pastPosts')
  const formats = useFormats()
  const timeZone = useWorkspace(workspaceId)?.timeZone ?? 'Europe/Paris'
  return (
    <p className={styles.origin}>
      <Archive size={14} aria-hidden="true" />
      {t('origin', { when: formats.day(publishedAt, timeZone) })}
    </p>
  )
}
