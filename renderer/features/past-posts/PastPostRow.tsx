import { RefreshCw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mediaAddress } from '../../../shared/media/media-item.ts'
import type { PastPost } from '../../../shared/past-posts/past-post.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useFormats } from '../../language/use-formats.ts'
import { navigate } from '../../shell/route-store.ts'
import styles from './PastPosts.module.css'

export interface PastPostRowProps {
  readonly workspace: Pick<Workspace, 'id' | 'timeZone'>
  readonly post: PastPost
  readonly onRemove: () => void
  /** Its draft is on screen. */
  readonly onOpened: () => void
}

/** So many small pictures stand in a row. */
const mostPictures = 6

/** A post of the past: when, for whom, its words and pictures, and the ways on. */
export function PastPostRow({ workspace, post, onRemove, onOpened }: PastPostRowProps): React.JSX.Element {
  const { t } = useTranslation('pastPosts')
  const formats = useFormats()
  const { id, publishedAt, author, text, link, isPublic, media } = post
  const when = formats.day(publishedAt, workspace.timeZone)

  async function write(): Promise<void> {
    const answer = await studio.request('pastPosts.openDraft', { workspaceId: workspace.id, pastPostId: id, newPostId: newId() })
    if (!answer.ok) return showFailure(answer.error, workspace.id)
    onOpened()
    navigate({ screen: 'compose', workspaceId: workspace.id, postId: answer.value.postId, at: null })
  }

  return (
    <li className={styles.post}>
      <div className={styles.words}>
        <p className={styles.facts}>
          <NetworkIcon networkId="googleplus" size={14} />
          <time>{when}</time>
          {author !== '' && <span>{author}</span>}
          <span>{t(isPublic ? 'public' : 'notPublic')}</span>
        </p>
        {text !== '' && <p className={styles.text}>{text}</p>}
        <Shared shared={post.shared} />
        {link !== '' && <p className={styles.link}>{link}</p>}
        <Pictures workspaceId={workspace.id} media={media} />
      </div>
      <div className={styles.acts}>
        <Button size="small" icon={RefreshCw} aria-label={t('writeOf', { when })} onClick={() => void write()}>{t('write')}</Button>
        <IconButton size="small" icon={Trash2} label={t('removeOf', { when })} onClick={onRemove} />
      </div>
    </li>
  )
}

/** What somebody else had written; it is shown, and never part of a draft. */
function Shared({ shared: { author, text } }: Pick<PastPost, 'shared'>): React.JSX.Element | null {
  const { t } = useTranslation('pastPosts')
  if (author === '' && text === '') return null
  return (
    <blockquote className={styles.shared}>
      <p>{t('shared', { author: author === '' ? '—' : author })}</p>
      {text !== '' && <p className={styles.text}>{text}</p>}
    </blockquote>
  )
}

function Pictures({ workspaceId, media }: { readonly workspaceId: string } & Pick<PastPost, 'media'>): React.JSX.Element | null {
  const { t } = useTranslation('pastPosts')
  const here = media.flatMap(({ mediaId, altText }) => (mediaId === null ? [] : [{ mediaId, altText }]))
  const missing = media.length - here.length
  if (media.length === 0) return null
  return (
    <p className={styles.pictures}>
      {here.slice(0, mostPictures).map(({ mediaId, altText }, place) => (
        <img key={place} className={styles.picture} src={mediaAddress(workspaceId, mediaId, 'small')} alt={altText} loading="lazy" decoding="async" draggable={false} />
      ))}
      {here.length > mostPictures && <span className={styles.facts}>{t('morePictures', { count: here.length - mostPictures })}</span>}
      {missing > 0 && <span className={styles.facts}>{t('missing', { count: missing })}</span>}
    </p>
  )
}
