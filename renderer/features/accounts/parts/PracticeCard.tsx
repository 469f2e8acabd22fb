import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import styles from './PracticeCard.module.css'

const paces = ['paused', 'calm', 'lively', 'storm'] as const

/** The practice network's own corner: who lives there and how busy they are. */
export function PracticeCard({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('accounts')
  const [practice, reload] = useRequest('practice.read', { workspaceId }, [])
  const [isAdding, setAdding] = useState(false)
  if (practice.kind !== 'ready') return null

  async function handlePace(pace: (typeof paces)[number]): Promise<void> {
    await studio.request('practice.setPace', { workspaceId, pace })
    reload()
  }

  async function handleAdd(): Promise<void> {
    setAdding(true)
    const answer = await studio.request('practice.addAccount', { workspaceId })
    setAdding(false)
    if (answer.ok) showToast({ kind: 'success', workspaceId, title: t('practice.accountAdded', { handle: answer.value.handle, count: answer.value.serverLimits.maxCharacters ?? 500 }) })
    else showFailure(answer.error, workspaceId)
    reload()
  }

  return (
    <section className={styles.card}>
      <NetworkIcon networkId="practice" size={32} />
      <div className={styles.texts}>
        <h2>{t('practice.title')}</h2>
        <p>{t('practice.text', { count: practice.value.members })}</p>
      </div>
      {!practice.value.hasSecondAccount && (
        <Button size="small" icon={Plus} busy={isAdding} onClick={() => void handleAdd()}>
          {t('practice.addAccount')}
        </Button>
      )}
      <SegmentedControl
        label={t('practice.pace')}
        value={practice.value.pace}
        onChange={(pace) => void handlePace(pace)}
        segments={paces.map((pace) => ({ value: pace, label: t(`practice.${pace}`) }))}
      />
    </section>
  )
}
