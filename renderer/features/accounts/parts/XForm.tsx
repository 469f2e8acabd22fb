import { useTranslation } from 'react-i18next'
import { xCapabilities } from '../../../../shared/networks/x-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** X, through an app of the user's own. */
export function XForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('x.stepConsole'), t('x.stepKind'), t('x.stepAddresses'), t('x.stepSite'), t('x.stepCopy')]
  return <OwnAppLoginForm {...props} network={xCapabilities} server="x.com" texts={{ why: t('x.why'), steps, addressStep: 2, login: t('x.login'), chooseText: '' }} />
}
