import { useState } from 'react'
import { textProblems } from '../../../shared/accounts/connect-fields.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { ConnectFormProps } from './parts/connect-form-props.ts'
import { studio } from '../../bridge/studio-client.ts'
import { keepBegun } from './begun-forms.ts'
import { useCheckedFields, type CheckedFields } from './use-checked-fields.ts'

export interface PasswordForm {
  readonly serverUrl: string
  readonly identifier: string
  readonly appPassword: string
}

export interface PasswordConnection {
  readonly form: PasswordForm
  readonly change: (changes: Partial<PasswordForm>) => void
  readonly isBusy: boolean
  readonly errors: CheckedFields<keyof PasswordForm>['errors']
  readonly error: StudioError | null
  readonly canSubmit: boolean
  readonly submit: (element: HTMLFormElement) => Promise<void>
}

const useBegunPassword = keepBegun<PasswordForm>()

/** The form that connects by an app password. The password leaves the page with the request and is then wiped from the form. */
export function useConnectWithPassword(
  workspaceId: string,
  networkId: NetworkId,
  initial: Pick<PasswordForm, 'serverUrl' | 'identifier'>,
  { account, onConnected }: Pick<ConnectFormProps, 'account' | 'onConnected'>
): PasswordConnection {
  const [form, setForm] = useBegunPassword({ workspaceId, place: `${networkId} ${account?.id ?? ''}` }, { ...initial, appPassword: '' })
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)
  const canSubmit = form.serverUrl.trim() !== '' && form.identifier.trim() !== '' && form.appPassword !== ''

  const { errors, check } = useCheckedFields(textProblems(form))

  async function submit(element: HTMLFormElement): Promise<void> {
    if (!canSubmit || isBusy) return
    setError(null)
    if (!check(element)) return
    setBusy(true)
    const answer = await studio.request('accounts.connectWithAppPassword', { workspaceId, networkId, ...form, ...(account === null ? {} : { accountId: account.id }) })
    setBusy(false)
    if (answer.ok) {
      setForm({ ...form, appPassword: '' })
      onConnected(answer.value)
    } else setError(answer.error)
  }

  return { form, change: (changes) => setForm({ ...form, ...changes }), isBusy, errors, error, canSubmit, submit }
}
