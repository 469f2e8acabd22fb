import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProxyState } from '../../../shared/contract/proxies.contract.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { SectionHeader } from '../../components/SectionHeader.tsx'
import { showFailure } from '../../components/show-failure.ts'
import settings from '../settings/Screen.module.css'
import { ProxyLoginDialog } from './ProxyLoginDialog.tsx'
import { useProxies } from './use-proxies.ts'

/** What was given to the proxies of this network, to be changed or forgotten; nothing where none asked. */
export function ProxySettings(): React.JSX.Element | null {
  const { t } = useTranslation('proxies')
  const proxies = useProxies()
  const [asked, setAsked] = useState<ProxyState | null>(null)
  if (proxies.length === 0) return null

  async function forget({ id }: ProxyState): Promise<void> {
    const answer = await studio.request('proxies.forget', { proxyId: id })
    if (!answer.ok) showFailure(answer.error)
  }

  return (
    <section className={settings.section}>
      <SectionHeader title={t('title')} text={t('text')} />
      <div className={settings.card}>
        {proxies.map((proxy) => (
          <div key={proxy.id} className={settings.line}>
            <span>{t(`state.${proxy.state}`, { place: proxy.place })}</span>
            <div className={settings.buttons}>
              {proxy.state !== 'unsupported' && <Button onClick={() => setAsked(proxy)}>{t(proxy.state === 'wanted' ? 'signInTo' : 'change')}</Button>}
              {(proxy.state === 'known' || proxy.state === 'given' || proxy.state === 'wrong') && <Button variant="quiet" onClick={() => void forget(proxy)}>{t('forget')}</Button>}
            </div>
          </div>
        ))}
      </div>
      {asked !== null && <ProxyLoginDialog proxy={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}
