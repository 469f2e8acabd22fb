import { useState } from 'react'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { OwnAppScope } from '../../../shared/networks/own-app.ts'
import { studio } from '../../bridge/studio-client.ts'

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

const empty: OwnAppFields = { clientId: '', clientSecret: '', redirectUri: '' }

/** What the user copies from the app's page. It leaves with the request and is wiped here: the id too once it is kept, the secret in any case. */
export function useOwnApp(workspaceId: string, networkId: NetworkId, onSaved: (checked: 'accepted' | 'not_told') => void): OwnAppEntry {
  const [fields, setFields] = useState<OwnAppFields>(empty)
  const [scope, setScope] = useState<OwnAppScope>('workspace')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<StudioError | null>(null)

  async function submit(): Promise<void> {
    if (isBusy || fields.clientId.trim() === '') return
    setBusy(true)
    setError(null)
    const sent = fields
    setFields({ ...fields, clientSecret: '' })
    const answer = await studio.request('ownApps.save', { workspaceId, networkId, scope, ...sent })
    setBusy(false)
    if (!answer.ok) return setError(answer.error)
    setFields(empty)
    onSaved(answer.value.checked)
  }

  return { fields, scope, change: (changes) => setFields({ ...fields, ...changes }), setScope, isBusy, error, submit }
}
