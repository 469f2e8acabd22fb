import { useTranslation } from 'react-i18next'
import { redditCapabilities } from '../../../../shared/networks/reddit-capabilities.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { OwnAppLoginForm } from './OwnAppLoginForm.tsx'

/** A community on Reddit or a profile, through an app of the user's own. */
export function RedditForm(props: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const steps = [t('reddit.stepApproval'), t('reddit.stepApp'), t('reddit.stepAddress'), t('reddit.stepCopy')]
  return <OwnAppLoginForm {...props} network={redditCapabilities} server="reddit.com" texts={{ why: t('reddit.why'), steps, addressStep: 2, login: t('reddit.login'), chooseText: t('reddit.choose') }} />
}
