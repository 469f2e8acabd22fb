import { useTranslation } from 'react-i18next'
import { threadsCapabilities } from '../../../../shared/networks/threads-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** An account of Threads, through an app of the user's own at Meta. */
export function ThreadsForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('threads.stepApp'), t('threads.stepRights'), t('threads.stepRole'), t('threads.stepAddress'), t('threads.stepCopy'), t('threads.stepPictures')]
  const texts = {
    why: t('threads.why'), steps, addressStep: -1, scopesStep: 1, login: t('threads.login'), chooseText: '',
    names: { id: t('threads.appId'), secret: t('threads.appSecret') }, redirectHint: t('threads.redirectHint')
  }
  return <OwnAppLoginForm {...props} network={threadsCapabilities} server="threads.com" texts={texts} />
}
