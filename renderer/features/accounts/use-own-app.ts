import { useState } from 'react'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { OwnApp, OwnAppScope } from '../../../shared/networks/own-app.ts'
import { ownAppProblems, type OwnAppFields } from '../../../shared/networks/own-app-problems.ts'
import { studio } from '../../bridge/studio-client.ts'
import { forgetForms, keepBegun } from './begun-forms.ts'
import { useCheckedFields, type CheckedFields } from './use-checked-fields.ts'

export interface OwnAppEntry {
  readonly fields: OwnAppFields
  readonly scope: OwnAppScope
  readonly change: (changes: Partial<OwnAppFields>) => void
  readonly setScope: (scope: OwnAppScope) => void
  readonly isBusy: boolean
  readonly errors: CheckedFields<keyof OwnAppFields>['errors']
  readonly error: StudioError | null
  readonly submit: (form: HTMLFormElement) => Promise<void>
}

const empty = { clientId: '', clientSecret: '', redirectUri: '', scope: 'workspace' } as const

const useBegunApp = keepBegun<OwnAppFields & { readonly scope: OwnAppScope }>()

/** What the user copies from the app's page. It leaves with the request and is wiped here once it is kept; a secret that the network refuses goes too. What could not be asked stays: some networks show a secret only once. */
export function useOwnApp(workspaceId: string, networkId: NetworkId, ownApp: OwnApp, onSaved: (checked: 'accepted' | 'not_told') => void): OwnAppEntry {
  const [{ scope, ...fields }, setForm] = useBegunApp({ workspaceId, place: `${networkId} app` }, empty)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)

  const { errors, check } = useCheckedFields(ownAppProblems(fields, ownApp))

  async function submit(form: HTMLFormElement): Promise<void> {
    if (isBusy) return
    setError(null)
    if (!check(form)) return
    setBusy(true)
    const answer = await studio.request('ownApps.save', { workspaceId, networkId, scope, ...fields })
    setBusy(false)
    if (!answer.ok) {
      // What the network has looked at and does not know is of no use; what never came there stays.
      if (answer.error.code === 'own_app_refused') setForm({ scope, ...fields, clientSecret: '' })
      return setError(answer.error)
    }
    forgetForms()
    setForm(empty)
    onSaved(answer.value.checked)
  }

  return { fields, scope, change: (changes) => setForm({ scope, ...fields, ...changes }), setScope: (next) => setForm({ ...fields, scope: next }), isBusy, errors, error, submit }
}
