import { Anchor, ArrowLeft, Plug, ShieldCheck, SplitSquareVertical, HardDrive } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { iconProps } from '../../components/icon.ts'
import { routeTo } from '../../shell/route.ts'
import { navigate } from '../../shell/route-store.ts'
import { loadStudio, useStudio } from '../../shell/studio-store.ts'
import { ClientForm } from './ClientForm.tsx'
import { Lookout } from './Lookout.tsx'
import styles from './Screen.module.css'
import { newId } from '../../bridge/system-random.ts'

/** The first screen, and where a new client begins: two ways in, and three promises. */
export function WelcomeScreen(): React.JSX.Element {
  const { t, i18n } = useTranslation('welcome')
  const workspaces = useStudio((state) => state.workspaces)
  const timeZone = useStudio((state) => state.environment?.systemTimeZone ?? 'Europe/Paris')
  const [isNaming, setNaming] = useState(false)
  const [isStarting, setStarting] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)

  /** The frame shows only clients it knows, so it is told of the new one first. */
  async function handleCreated(workspaceId: string): Promise<void> {
    await loadStudio()
    navigate(routeTo('accounts', workspaceId))
  }

  async function handlePractice(): Promise<void> {
    setStarting(true)
    setError(null)
    const workspaceId = newId()
    const answer = await studio.request('practice.start', { workspaceId, language: i18n.resolvedLanguage === 'fr' ? 'fr' : 'en', timeZone })
    setStarting(false)
    if (answer.ok) navigate(routeTo('calendar', answer.value.workspaceId))
    else setError(answer.error)
  }

  return (
    <main className={styles.welcome}>
      <div className={styles.sea} aria-hidden="true">
        <Lookout />
      </div>
      <div className={styles.content}>
        <WayBack />
        <h1>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <div className={styles.ways}>
          <section className={styles.way}>
            <Plug size={20} aria-hidden="true" />
            <h2>{t('connectTitle')}</h2>
            <p>{t('connectText')}</p>
            <Button variant="primary" onClick={() => setNaming(true)}>
              {t('connectAction')}
            </Button>
          </section>
          <section className={styles.way}>
            <Anchor size={20} aria-hidden="true" />
            <h2>{t('practiceTitle')}</h2>
            <p>{t('practiceText')}</p>
            <Button busy={isStarting} onClick={() => void handlePractice()}>
              {isStarting ? t('practiceBusy') : t('practiceAction')}
            </Button>
          </section>
        </div>
        {error && <ErrorState size="small" error={error} onRetry={() => void handlePractice()} />}
        <Promises />
      </div>
      <Dialog open={isNaming} onOpenChange={setNaming} title={t('clientTitle')} description={t('clientText')}>
        <ClientForm
          takenColours={workspaces.map((workspace) => workspace.colour)}
          timeZone={timeZone}
          onCancel={() => setNaming(false)}
          onCreated={(workspace) => void handleCreated(workspace.id)}
        />
      </Dialog>
    </main>
  )
}

/** Whoever has clients already came here for another one, and may change their mind. */
function WayBack(): React.JSX.Element | null {
  const { t } = useTranslation('welcome')
  const workspaces = useStudio((state) => state.workspaces)
  const lastWorkspaceId = useStudio((state) => state.settings.lastWorkspaceId)
  const back = workspaces.find(({ id }) => id === lastWorkspaceId) ?? workspaces[0]
  if (back === undefined) return null
  return (
    <p className={styles.back}>
      <Button size="small" variant="quiet" icon={ArrowLeft} onClick={() => navigate(routeTo('calendar', back.id))}>
        {t('back', { client: back.name })}
      </Button>
    </p>
  )
}

function Promises(): React.JSX.Element {
  const { t } = useTranslation('welcome')
  return (
    <ul className={styles.promises}>
      <li>
        <HardDrive {...iconProps} />
        {t('promise.local')}
      </li>
      <li>
        <ShieldCheck {...iconProps} />
        {t('promise.once')}
      </li>
      <li>
        <SplitSquareVertical {...iconProps} />
        {t('promise.walls')}
      </li>
    </ul>
  )
}
