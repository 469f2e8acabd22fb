import { useTranslation } from 'react-i18next'
import { SecretField } from '../../../components/SecretField.tsx'
import { TextField } from '../../../components/TextField.tsx'
import type { StorageFields } from '../media-host-fields.ts'

export interface StorageFieldsetProps {
  readonly fields: StorageFields
  /** Some lie in the keychain: they stay when these are left empty. */
  readonly hasKeys: boolean
  readonly onChange: (changes: Partial<StorageFields>) => void
}

/** What a storage that speaks S3 needs. */
export function StorageFieldset({ fields, hasKeys, onChange }: StorageFieldsetProps): React.JSX.Element {
  const { t } = useTranslation('mediaHost')
  return (
    <>
      <TextField label={t('endpoint')} hint={t('endpointHint')} type="url" value={fields.endpoint} onChange={(endpoint) => onChange({ endpoint })} spellCheck={false} />
      <TextField label={t('bucket')} value={fields.bucket} onChange={(bucket) => onChange({ bucket })} spellCheck={false} autoCapitalize="none" autoComplete="off" />
      <TextField label={t('region')} hint={t('regionHint')} value={fields.region} onChange={(region) => onChange({ region })} spellCheck={false} autoCapitalize="none" autoComplete="off" />
      <TextField label={t('publicUrl')} hint={t('publicUrlHint')} type="url" value={fields.publicUrl} onChange={(publicUrl) => onChange({ publicUrl })} spellCheck={false} />
      <TextField label={t('accessKeyId')} value={fields.accessKeyId} onChange={(accessKeyId) => onChange({ accessKeyId })} spellCheck={false} autoCapitalize="none" autoComplete="off" />
      <SecretField label={t('secretAccessKey')} hint={hasKeys ? t('keysKept') : t('keysHint')} value={fields.secretAccessKey} onChange={(secretAccessKey) => onChange({ secretAccessKey })} />
    </>
  )
}
