import { useId, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import type { PasswordConnection } from '../use-connect-with-password.ts'
import { ConnectActions } from './ConnectActions.tsx'
import { ConnectFailure } from './ConnectFailure.tsx'
import styles from './ConnectForm.module.css'

/** Around the fields of a network that is connected by a password or key: what went wrong, and the button that tries. */
export function PasswordConnectForm({ connection, children }: { readonly connection: PasswordConnection; readonly children: ReactNode }): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const formId = useId()

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    void connection.submit(event.currentTarget)
  }

  return (
    <form id={formId} className={styles.form} onSubmit={handleSubmit} noValidate>
      {children}
      <ConnectFailure error={connection.error} />
      <ConnectActions>
        <Button type="submit" form={formId} variant="primary" busy={connection.isBusy} disabled={!connection.canSubmit}>
          {t('dialog.submit')}
        </Button>
      </ConnectActions>
    </form>
  )
}
