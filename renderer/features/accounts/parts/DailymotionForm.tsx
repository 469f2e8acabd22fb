import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dailymotionCategories, dailymotionKeysUrl, type DailymotionCategory } from '../../../../shared/networks/dailymotion-capabilities.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { RadioGroup } from '../../../components/RadioGroup.tsx'
import { SecretField } from '../../../components/SecretField.tsx'
import { Select } from '../../../components/Select.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { keepBegun } from '../begun-forms.ts'
import { useConnectWithPassword } from '../use-connect-with-password.ts'
import type { ConnectFormProps } from './connect-form-props.ts'
import { PasswordConnectForm } from './PasswordConnectForm.tsx'
import styles from './ConnectForm.module.css'

interface Place {
  readonly channel: string
  readonly category: DailymotionCategory | null
  /** Nobody says this but the person: nothing is chosen beforehand. */
  readonly kids: 'yes' | 'no' | null
}

const useBegunPlace = keepBegun<Place>()

/** A channel of Dailymotion, by a private key of its own; Dailymotion takes no video without a category and the word whom it is made for. */
export function DailymotionForm({ workspaceId, account, onConnected }: ConnectFormProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const [profileId = '', written] = (account?.remoteId ?? '').split('/')
  const [place, setPlace] = useBegunPlace({ workspaceId, place: `dailymotion place ${account?.id ?? ''}` }, { channel: profileId, category: dailymotionCategories.find((each) => each === written) ?? null, kids: null })
  const connection = useConnectWithPassword(workspaceId, 'dailymotion', { serverUrl: '', identifier: '' }, { account, onConnected })

  function changePlace(changes: Partial<Place>): void {
    const next = { ...place, ...changes }
    setPlace(next)
    connection.change({ serverUrl: addressOf(next) })
  }

  return (
    <PasswordConnectForm connection={connection}>
      <div className={styles.how}>
        <p>{t('dailymotion.why')}</p>
        <ol className={styles.steps}>
          <li>{t('dailymotion.stepKey')}</li>
          <li>{t('dailymotion.stepRights')}</li>
          <li>{t('dailymotion.stepCopy')}</li>
        </ol>
        <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => void studio.request('studio.openExternal', { url: dailymotionKeysUrl })}>
          {t('dailymotion.open')}
        </Button>
      </div>
      <TextField label={t('dailymotion.channel')} hint={t('dailymotion.channelHint')} placeholder="dailymotion.com/atelier" error={connection.errors.serverUrl} value={place.channel} onChange={(channel) => changePlace({ channel })} spellCheck={false} autoCapitalize="none" />
      <Select
        label={t('dailymotion.category')} hint={t('dailymotion.categoryHint')} value={place.category} onChange={(category) => changePlace({ category })}
        options={dailymotionCategories.map((value) => ({ value, label: t(`dailymotion.categories.${value}`) }))}
      />
      <RadioGroup<'yes' | 'no' | ''>
        label={t('dailymotion.kids')} hint={t('dailymotion.kidsHint')} value={place.kids ?? ''} onChange={(kids) => kids !== '' && changePlace({ kids })} orientation="horizontal"
        options={[{ value: 'no', label: t('dailymotion.kidsNo') }, { value: 'yes', label: t('dailymotion.kidsYes') }]}
      />
      <TextField label={t('dailymotion.key')} error={connection.errors.identifier} value={connection.form.identifier} onChange={(identifier) => connection.change({ identifier })} spellCheck={false} autoCapitalize="none" autoComplete="off" />
      <SecretField label={t('dailymotion.secret')} hint={t('dailymotion.secretHint')} error={connection.errors.appPassword} value={connection.form.appPassword} onChange={(appPassword) => connection.change({ appPassword })} />
    </PasswordConnectForm>
  )
}

/** Empty as long as something has not been said: then nothing can be sent. */
function addressOf({ channel, category, kids }: Place): string {
  if (category === null || kids === null) return ''
  const name = channel.trim().replace(/^(https?:\/\/)?((www\.)?dailymotion\.com\/)?/i, '').replace(/[?#].*$/, '').replaceAll(/^[@/]+|\/+$/g, '')
  return `https://www.dailymotion.com/${encodeURIComponent(name)}?category=${category}&kids=${kids}`
}
