import { useTranslation } from 'react-i18next'
import { facebookCapabilities } from '../../../../shared/networks/facebook-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** A Facebook Page, through an app of the user's own at Meta. */
export function FacebookForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('facebook.stepApp'), t('facebook.stepLogin'), t('facebook.stepRights'), t('facebook.stepRole'), t('facebook.stepAddresses'), t('facebook.stepCopy'), t('facebook.stepLive')]
  const texts = {
    why: t('facebook.why'), steps, addressStep: 4, login: t('facebook.login'), chooseText: t('facebook.choose'),
    names: { id: t('facebook.appId'), secret: t('facebook.appSecret') }, redirectHint: t('facebook.redirectHint'), scopesStep: 2
  }
  return <OwnAppLoginForm {...props} network={facebookCapabilities} server="facebook.com" texts={texts} />
}
