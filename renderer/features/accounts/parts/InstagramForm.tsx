import { useTranslation } from 'react-i18next'
import { instagramCapabilities } from '../../../../shared/networks/instagram-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** A professional account of Instagram, through an app of the user's own at Meta. */
export function InstagramForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('instagram.stepKind'), t('instagram.stepApp'), t('instagram.stepRights'), t('instagram.stepRole'), t('instagram.stepAddress'), t('instagram.stepCopy'), t('instagram.stepPictures')]
  const texts = {
    why: t('instagram.why'), steps, addressStep: -1, scopesStep: 2, login: t('instagram.login'), chooseText: '',
    names: { id: t('instagram.appId'), secret: t('instagram.appSecret') }, redirectHint: t('instagram.redirectHint')
  }
  return <OwnAppLoginForm {...props} network={instagramCapabilities} server="instagram.com" texts={texts} />
}
