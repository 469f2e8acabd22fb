import { describe, expect, it } from 'vitest'
import { accountsContract } from '../../../shared/contract/accounts.contract.ts'
import { ownAppsContract } from '../../../shared/contract/own-apps.contract.ts'
import { pastedCredential } from '../../../shared/text/pasted-credential.ts'

const workspaceId = '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f62'

describe('what was pasted as a name or a key', () => {
  it('loses what came along unseen, and nothing that can be seen', () => {
    expect(pastedCredential('\uFEFF l\u200Be\u200Da\u2060\u00A0\n')).toBe('lea')
    expect(pastedCredential('abcd efgh é•’')).toBe('abcd efgh é•’')
  })

  it('is so in every form that takes one', () => {
    const login = accountsContract['accounts.connectWithAppPassword'].input.parse({ workspaceId, networkId: 'discourse', serverUrl: 'forum.example', identifier: 'lea\u200B', appPassword: ' \u200Bkey\u00A0' })
    expect([login.identifier, login.appPassword]).toEqual(['lea', 'key'])
    const app = ownAppsContract['ownApps.save'].input.parse({ workspaceId, networkId: 'x', scope: 'studio', clientId: 'id\u200B', clientSecret: '\u200E', redirectUri: '' })
    expect([app.clientId, app.clientSecret]).toEqual(['id', ''])
    expect(accountsContract['accounts.connectWithAppPassword'].input.safeParse({ workspaceId, networkId: 'discourse', serverUrl: 'a', identifier: '\u200B', appPassword: 'k' }).success).toBe(false)
  })
})
