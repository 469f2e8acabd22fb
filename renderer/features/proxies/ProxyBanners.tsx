import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProxyState } from '../../../shared/contract/proxies.contract.ts'
import { Banner } from '../../components/Banner.tsx'
import { Button } from '../../components/Button.tsx'
import { ProxyLoginDialog } from './ProxyLoginDialog.tsx'
import { useProxies } from './use-proxies.ts'

/** A proxy that lets nothing through without a login: over every screen, since nothing goes out meanwhile. */
export function ProxyBanners(): React.JSX.Element {
  const { t } = useTranslation('proxies')
  const proxies = useProxies()
  const [later, setLater] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<ProxyState | null>(null)
  // Put away is one question, not the next one of the same proxy.
  const keyOf = ({ id, state }: ProxyState): string => `${state} ${id}`
  const shown = proxies.flatMap((proxy) => {
    const { state } = proxy
    return (state === 'wanted' || state === 'wrong' || state === 'unsupported') && !later.includes(keyOf(proxy)) ? [{ ...proxy, state }] : []
  })
  return (
    <>
      {shown.map((proxy) => (
        <Banner
          key={proxy.id}
          shape="strip"
          kind="warning"
          title={t(`banner.${proxy.state}`, { place: proxy.place })}
          actions={
            <>
              {proxy.state !== 'unsupported' && <Button size="small" onClick={() => setAsked(proxy)}>{t('signInTo')}</Button>}
              <Button size="small" variant="quiet" onClick={() => setLater([...later, keyOf(proxy)])}>{t('later')}</Button>
            </>
          }
        >
          {t(`bannerText.${proxy.state}`)}
        </Banner>
      ))}
      {asked !== null && <ProxyLoginDialog proxy={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
