import { useState } from 'react'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { OwnAppScope } from '../../../shared/networks/own-app.ts'
import { studio } from '../../bridge/studio-client.ts'
import { forgetForms, keepBegun } from './begun-forms.ts'

export interface OwnAppFields {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

export interface OwnAppEntry {
  readonly fields: OwnAppFields
  readonly scope: OwnAppScope
  readonly change: (changes: Partial<OwnAppFields>) => void
  readonly setScope: (scope: OwnAppScope) => void
  readonly isBusy: boolean
  readonly error: StudioError | null
  readonly submit: () => Promise<void>
}

const empty = { clientId: '', clientSecret: '', redirectUri: '', scope: 'workspace' } as const

const useBegunApp = keepBegun<OwnAppFields & { readonly scope: OwnAppScope }>()

/** What the user copies from the app's page. It leaves with the request and is wiped here once it is kept; a secret that the network refuses goes too. What could not be asked stays: some networks show a secret only once. */
export function useOwnApp(workspaceId: string, networkId: NetworkId, onSaved: (checked: 'accepted' | 'not_told') => void): OwnAppEntry {
  const [{ scope, ...fields }, setForm] = useBegunApp({ workspaceId, place: `${networkId} app` }, empty)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)

  async function submit(): Promise<void> {
    if (isBusy || fields.clientId.trim() === '') return
    setBusy(true)
    setError(null)
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

  return { fields, scope, change: (changes) => setForm({ scope, ...fields, ...changes }), setScope: (next) => setForm({ ...fields, scope: next }), isBusy, error, submit }
}
