import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import type { PasswordConnection } from '../use-connect-with-password.ts'
import styles from './ConnectForm.module.css'

/** Around the fields of a network that is connected by a password or key: what went wrong, and the button that tries. */
export function PasswordConnectForm({ connection, children }: { readonly connection: PasswordConnection; readonly children: ReactNode }): React.JSX.Element {
  const { t } = useTranslation('accounts')

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    void connection.submit()
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      {children}
      {connection.error && <ErrorState size="inline" error={connection.error} />}
      <div className={styles.submit}>
        <Button type="submit" variant="primary" busy={connection.isBusy} disabled={!connection.canSubmit}>
          {t('dialog.submit')}
        </Button>
      </div>
    </form>
  )
}
