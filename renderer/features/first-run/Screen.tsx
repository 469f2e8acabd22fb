import { Anchor, ArrowLeft, Plug, ShieldCheck, SplitSquareVertical, HardDrive } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { iconProps } from '../../components/icon.ts'
import { routeTo } from '../../shell/route.ts'
import { navigate } from '../../shell/route-store.ts'
import { useStudio } from '../../shell/studio-store.ts'
import { ClientForm } from '../clients/ClientForm.tsx'
import { enterClient } from '../clients/enter-client.ts'
import { usePracticeStart } from '../clients/use-practice-start.ts'
import { Lookout } from './Lookout.tsx'
import styles from './Screen.module.css'

/** The first screen: two ways in, and three promises. */
export function WelcomeScreen(): React.JSX.Element {
  const { t } = useTranslation('welcome')
  const [isNaming, setNaming] = useState(false)
  const practice = usePracticeStart()

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
            <Button busy={practice.isStarting} onClick={() => void practice.start()}>
              {practice.isStarting ? t('practiceBusy') : t('practiceAction')}
            </Button>
          </section>
        </div>
        {practice.error && <ErrorState size="small" error={practice.error} onRetry={() => void practice.start()} />}
        <Promises />
      </div>
      <Dialog open={isNaming} onOpenChange={setNaming} title={t('clientTitle')} description={t('clientText')}>
        <ClientForm onCancel={() => setNaming(false)} onCreated={({ id }) => void enterClient(id, 'accounts')} />
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
