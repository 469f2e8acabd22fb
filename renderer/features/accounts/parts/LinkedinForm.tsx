import { useTranslation } from 'react-i18next'
import { linkedinCapabilities, linkedinPageCapabilities } from '../../../../shared/networks/linkedin-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** A member of LinkedIn, through an app of the user's own. */
export function LinkedinForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('linkedin.stepApp'), t('linkedin.stepProducts'), t('linkedin.stepAddresses'), t('linkedin.stepCopy')]
  return <OwnAppLoginForm {...props} network={linkedinCapabilities} server="linkedin.com" texts={{ why: t('linkedin.why'), steps, addressStep: 2, login: t('linkedin.login'), chooseText: '' }} />
}

/** A company's page on LinkedIn, through another app, which LinkedIn has approved. */
export function LinkedinPageForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('linkedinPage.stepApp'), t('linkedinPage.stepProduct'), t('linkedinPage.stepAddresses'), t('linkedinPage.stepCopy'), t('linkedinPage.stepRole')]
  return <OwnAppLoginForm {...props} network={linkedinPageCapabilities} server="linkedin.com" texts={{ why: t('linkedinPage.why'), steps, addressStep: 2, login: t('linkedinPage.login'), chooseText: t('linkedinPage.choose') }} />
}
