import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PinPlace } from '../../../shared/networks/pin-rule.ts'
import type { PinnedPost, PinThere } from '../../../shared/published/pin-there.ts'
import { Banner } from '../../components/Banner.tsx'
import { Button } from '../../components/Button.tsx'
import { openExternal } from '../../shell/studio-actions.ts'
import styles from './PinDialog.module.css'

export interface PinStandingTextProps {
  readonly there: PinThere
  readonly network: string
  readonly place: PinPlace | undefined
}

/** How a post stands there, what pinning it means, what is in the way, and which post loses its place. */
export function PinStandingText({ there: { isPinned, hindrance, instead, most }, network, place }: PinStandingTextProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const mayBePinned = isPinned !== true && hindrance === null
  return (
    <>
      <p className={styles.standing} role="status">{isPinned === null ? t('pin.notTold', { network }) : t(isPinned ? 'pin.isPinned' : 'pin.isNotPinned')}</p>
      {isPinned === true && hindrance !== 'no_right' && <p>{t('pin.unpinText')}</p>}
      {mayBePinned && place !== undefined && <p>{t(`pin.place.${place}`)}</p>}
      {hindrance !== null && <Banner kind="warning" title={hindrance === 'full' && most !== undefined ? t('pin.hindrance.fullOf', { network, count: most }) : t(`pin.hindrance.${hindrance}`, { network })} />}
      {mayBePinned && instead !== null && <Instead post={instead} network={network} />}
    </>
  )
}

/** The one that loses its place. */
function Instead({ post: { words, url }, network }: { readonly post: PinnedPost; readonly network: string }): React.JSX.Element {
  const { t } = useTranslation('published')
  return (
    <Banner kind="warning" title={words === '' ? t('pin.insteadUnnamed', { network }) : t('pin.instead')}>
      {words !== '' && <p className={styles.excerpt}>{t('quoted', { words })}</p>}
      {url !== null && <Button size="small" trailingIcon={ExternalLink} onClick={() => void openExternal(url)}>{t('pin.openInstead')}</Button>}
    </Banner>
  )
}
