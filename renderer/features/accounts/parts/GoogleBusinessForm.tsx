import { useTranslation } from 'react-i18next'
import { googleBusinessCapabilities } from '../../../../shared/networks/google-business-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** Where Google is asked to let a project in: https://developers.google.com/my-business/content/prereqs (read on 2026-11-23). */
const accessForm = 'https://support.google.com/business/contact/api_default'

/** A Google Business Profile, through a project of the user's own that Google has approved. */
export function GoogleBusinessForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('googleBusiness.stepProfile'), t('googleBusiness.stepProject'), t('googleBusiness.stepForm'), t('googleBusiness.stepApis'), t('googleBusiness.stepConsent'), t('googleBusiness.stepScope'), t('googleBusiness.stepClient')]
  const pageStep = { place: 2, url: accessForm, open: t('googleBusiness.openForm') }
  // Google wants no address of a program on this computer.
  const texts = { why: t('googleBusiness.why'), names: { id: t('ownApp.googleId'), secret: t('ownApp.googleSecret') }, steps, addressStep: -1, login: t('googleBusiness.login'), chooseText: t('googleBusiness.choose'), scopesStep: 5, pageStep }
  return <OwnAppLoginForm {...props} network={googleBusinessCapabilities} server="business.google.com" texts={texts} />
}
