import { useTranslation } from 'react-i18next'
import type { UnfinishedWork } from '../../shared/posts/unfinished-work.ts'
import { useRequest } from '../bridge/use-request.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { firstWords } from '../language/first-words.ts'
import { documentToText } from '../../shared/text/document-to-text.ts'
import { navigate, useRoute } from './route-store.ts'
import { dismissUnfinished, useLeftUnfinished } from './unfinished-store.ts'

/** After a crash, never after a normal end: the way back to the draft, and the files that did not come in. */
export function UnfinishedBanner({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const left = useLeftUnfinished()
  return left?.workspaceId === workspaceId ? <LeftUnfinished left={left} /> : null
}

function LeftUnfinished({ left: { workspaceId, postId, files: missing } }: { readonly left: UnfinishedWork }): React.JSX.Element | null {
  const { t, i18n } = useTranslation('shell')
  const route = useRoute()
  const draft = useDraft(workspaceId, postId)
  const isOpen = route?.screen === 'compose' && route.postId === postId
  // Opened by itself, as after a page that was loaded anew: nothing is left to offer.
  const words = isOpen ? null : draft
  if (words === null && missing.length === 0) return null
  const files = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(missing.map(({ name }) => name))
  const lines = [...(words === null ? [] : [t(missing.length === 0 ? 'unfinished.draft' : 'unfinished.draftWithout', { what: words })]), ...(missing.length === 0 ? [] : [t('unfinished.files', { count: missing.length, files })])]
  const openDraft = (): void => {
    if (postId !== null) navigate({ screen: 'compose', workspaceId, postId, at: null })
    // What did not come in stays said where it has to be added again.
    if (missing.length === 0) dismissUnfinished()
  }
  return (
    <Banner
      shape="strip"
      kind={missing.length > 0 ? 'warning' : 'info'}
      title={t(draft === null ? 'unfinished.titleFiles' : 'unfinished.title')}
      actions={
        <>
          {words !== null && (
            <Button size="small" onClick={openDraft}>
              {t('unfinished.goOn')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={dismissUnfinished}>
            {t(words === null ? 'banners.understood' : 'unfinished.notNow')}
          </Button>
        </>
      }
    >
      {lines.join(' ')}
    </Banner>
  )
}

/** The beginning of the draft; null where it was sent or deleted since, or never had a word. */
function useDraft(workspaceId: string, postId: string | null): string | null {
  const [loaded] = useRequest('posts.read', postId === null ? null : { workspaceId, postId }, ['posts.changed'])
  if (loaded.kind !== 'ready' || loaded.value.post.status !== 'draft') return null
  const { title, document } = loaded.value.post
  const words = title.trim() === '' ? documentToText(document).trim() : title
  return words === '' ? null : firstWords(words)
}
