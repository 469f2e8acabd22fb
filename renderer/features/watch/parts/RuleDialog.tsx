import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import type { WatchRule } from '../../../../shared/watch/feed.ts'
import { newId } from '../../../bridge/system-random.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { TextArea } from '../../../components/TextArea.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { showToast } from '../../../components/toaster.ts'
import { useFieldError } from '../../../language/use-field-error.ts'
import styles from './Dialogs.module.css'

export interface RuleDialogProps {
  readonly workspaceId: string
  /** null: a new one. */
  readonly rule: WatchRule | null
  readonly onClose: () => void
}

/** Names a query and writes it; it is read before it is saved, and an unreadable one says where. */
export function RuleDialog({ workspaceId, rule, onClose }: RuleDialogProps): React.JSX.Element {
  const { t } = useTranslation(['watch', 'components'])
  const [ruleId] = useState(() => rule?.id ?? newId())
  const [name, setName] = useState(rule?.name ?? '')
  const [query, setQuery] = useState(rule?.query ?? '')
  const [error, setError] = useState<StudioError | null>(null)
  const { fieldError, formError } = useFieldError(error, ['query_unreadable'])
  const canSubmit = name.trim() !== '' && query.trim() !== ''

  function handleQuery(text: string): void {
    setQuery(text)
    setError(null)
  }

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!canSubmit) return
    const answer = await studio.request('watch.saveRule', { workspaceId, ruleId, name, query })
    if (!answer.ok) return setError(answer.error)
    showToast({ kind: 'success', workspaceId, title: t('ruleDialog.saved', { name: answer.value.name }) })
    onClose()
  }

  return (
    <Dialog open onOpenChange={onClose} title={rule ? t('ruleDialog.editTitle') : t('ruleDialog.title')}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <TextField label={t('ruleDialog.name')} placeholder={t('ruleDialog.namePlaceholder')} value={name} maxLength={80} onChange={setName} />
        <TextArea label={t('ruleDialog.query')} hint={t('ruleDialog.queryHint')} rows={2} error={fieldError} value={query} maxLength={500} onChange={handleQuery} spellCheck={false} />
        {formError && <ErrorState size="inline" error={formError} />}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!canSubmit}>
            {t('ruleDialog.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
