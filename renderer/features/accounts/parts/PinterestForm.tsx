import { useTranslation } from 'react-i18next'
import { pinterestCapabilities } from '../../../../shared/networks/pinterest-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** A board on Pinterest, through an app of the user's own. */
export function PinterestForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('pinterest.stepApp'), t('pinterest.stepTrial'), t('pinterest.stepAddresses'), t('pinterest.stepCopy'), t('pinterest.stepStandard')]
  const texts = { why: t('pinterest.why'), steps, addressStep: 2, login: t('pinterest.login'), chooseText: t('pinterest.choose'), names: { id: t('pinterest.appId'), secret: t('pinterest.appSecret') } }
  return <OwnAppLoginForm {...props} network={pinterestCapabilities} server="pinterest.com" texts={texts} />
}
