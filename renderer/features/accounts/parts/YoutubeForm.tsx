import { useTranslation } from 'react-i18next'
import { youtubeCapabilities } from '../../../../shared/networks/youtube-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** A channel of YouTube, through a project of the user's own at Google. */
export function YoutubeForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('youtube.stepProject'), t('youtube.stepApi'), t('youtube.stepConsent'), t('youtube.stepScope'), t('youtube.stepPublish'), t('youtube.stepClient'), t('youtube.stepAudit')]
  // Google wants no address of a program on this computer.
  const texts = { why: t('youtube.why'), names: { id: t('ownApp.googleId'), secret: t('ownApp.googleSecret') }, steps, addressStep: -1, login: t('youtube.login'), chooseText: t('youtube.choose'), scopesStep: 3 }
  return <OwnAppLoginForm {...props} network={youtubeCapabilities} server="youtube.com" texts={texts} />
}
