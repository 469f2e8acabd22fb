import { useTranslation } from 'react-i18next'
import { tiktokCapabilities } from '../../../../shared/networks/tiktok-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** An account of TikTok, through an app of the user's own. */
export function TiktokForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('tiktok.stepApp'), t('tiktok.stepProducts'), t('tiktok.stepAddresses'), t('tiktok.stepScopes'), t('tiktok.stepCopy'), t('tiktok.stepReview'), t('tiktok.stepPictures')]
  const texts = { why: t('tiktok.why'), steps, addressStep: 2, scopesStep: 3, login: t('tiktok.login'), chooseText: '', names: { id: t('tiktok.appKey'), secret: t('tiktok.appSecret') } }
  return <OwnAppLoginForm {...props} network={tiktokCapabilities} server="tiktok.com" texts={texts} />
}
