import { LayoutTemplate } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostContent } from '../../../shared/posts/post.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { Button } from '../../components/Button.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { Popover } from '../../components/Popover.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useCommands } from '../../shell/command-registry.ts'
import { navigate } from '../../shell/route-store.ts'
import styles from './Templates.module.css'

const TemplatesPanel = lazy(async () => ({ default: (await import('./TemplatesPanel.tsx')).TemplatesPanel }))

export interface TemplatesButtonProps {
  readonly workspaceId: string
  readonly postId: string
  /** Of the post in hand; asked when it is needed: it changes with every key. */
  readonly contentNow: () => PostContent
  /** The time that a post still empty was begun for; the one made of a template takes it. */
  readonly plannedFor: string | null
}

/** The way to what posts begin with: a new one from a template, or a template of this one. */
export function TemplatesButton({ workspaceId, postId, contentNow, plannedFor }: TemplatesButtonProps): React.JSX.Element {
  const { t } = useTranslation('templates')
  const [isOpen, setOpen] = useState(false)
  useCommands({ name: 'composer.templates', title: t('title') }, [{ id: 'composer.templates', title: t('use'), shortcut: 'mod+shift+m', worksWhileTyping: true, run: () => setOpen(true) }])

  async function handleUse(templateId: string): Promise<void> {
    const newPostId = newId()
    const made = await studio.request('templates.use', { workspaceId, templateId, newPostId, plannedFor })
    if (!made.ok) return showFailure(made.error, workspaceId)
    setOpen(false)
    navigate({ screen: 'compose', workspaceId, postId: newPostId, at: null })
  }

  return (
    <Popover
      label={t('title')}
      align="end"
      className={styles.panel ?? ''}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant="quiet" icon={LayoutTemplate}>
          {t('title')}
        </Button>
      }
    >
      <Suspense fallback={<LoadingState rows={3} />}>
        <TemplatesPanel workspaceId={workspaceId} postId={postId} content={contentNow()} onUse={(templateId) => void handleUse(templateId)} />
      </Suspense>
    </Popover>
  )
}
