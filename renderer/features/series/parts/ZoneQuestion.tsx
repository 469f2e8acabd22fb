import { useTranslation } from 'react-i18next'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Banner } from '../../../components/Banner.tsx'
import { Button } from '../../../components/Button.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { zoneName } from '../../../language/zone-name.ts'

/** After a change of the client's zone: what waits stays at its moment until this is answered, once. */
export function ZoneQuestion({ workspaceId, shape = 'box' }: { readonly workspaceId: string; readonly shape?: 'box' | 'strip' }): React.JSX.Element | null {
  const { t } = useTranslation('series')
  const formats = useFormats()
  const [loaded, reload] = useRequest('zones.question', { workspaceId }, ['studio.changed', 'posts.changed'])
  const question = loaded.kind === 'ready' ? loaded.value.question : null
  if (question === null) return null
  const to = zoneName(question.to)
  const what = [...(question.posts > 0 ? [t('zone.posts', { count: question.posts })] : []), ...(question.series > 0 ? [t('zone.series', { count: question.series })] : [])]

  async function settle(keep: 'hour' | 'moment'): Promise<void> {
    const answer = await studio.request('zones.settle', { workspaceId, keep })
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t('zone.done') })
    else showFailure(answer.error, workspaceId)
    reload()
  }

  return (
    <Banner
      kind="warning"
      shape={shape}
      title={t('zone.title', { from: formats.list(question.from.map(zoneName)), to })}
      actions={
        <>
          <Button size="small" onClick={() => void settle('moment')}>
            {t('zone.moment')}
          </Button>
          <Button size="small" variant="primary" onClick={() => void settle('hour')}>
            {t('zone.hour', { to })}
          </Button>
        </>
      }
    >
      {t('zone.what', { what: formats.list(what) })}
    </Banner>
  )
}
