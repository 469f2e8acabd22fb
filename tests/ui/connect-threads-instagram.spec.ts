import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const secret = 'the-secret-of-the-app-0123456789'

const networks = [
  { name: 'Threads', id: 'threads', entry: /^Threads\b/, scopes: /^Copy threads_/, scopeCount: 7, labels: ['Threads app ID', 'Threads app secret'], page: 'https://www.threads.net/oauth/authorize', exchange: 'https://graph.threads.net/oauth/access_token', long: 'https://graph.threads.net/access_token', me: 'https://graph.threads.net/v1.0/me', server: 'threads.com' },
  { name: 'Instagram', id: 'instagram', entry: /^Instagram\b.*A professional account/, scopes: /^Copy instagram_business_/, scopeCount: 5, labels: ['Instagram app ID', 'Instagram app secret'], page: 'https://www.instagram.com/oauth/authorize', exchange: 'https://api.instagram.com/oauth/access_token', long: 'https://graph.instagram.com/access_token', me: 'https://graph.instagram.com/v26.0/me', server: 'instagram.com' }
] as const

/** The network's own side of a login, as far as it is asked. */
function raise({ web }: Studio, { exchange, long, me }: (typeof networks)[number]): void {
  web.set(exchange, ({ body }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    if (form.get('client_secret') !== secret) return { status: 400, json: { error_type: 'OAuthException', code: 400, error_message: 'Error validating client secret.' } }
    return form.get('code') === 'the-code' ? { status: 200, json: { access_token: 'token-of-an-hour', user_id: '1' } } : { status: 400, json: { error_type: 'OAuthException', code: 400, error_message: 'Invalid authorization code' } }
  })
  web.set(long, () => ({ status: 200, json: { access_token: 'token-of-sixty-days', token_type: 'bearer', expires_in: 5_184_000 } }))
  web.set(me, () => ({ status: 200, json: { id: '1001', user_id: '1001', username: 'tideline', name: 'Tideline Books' } }))
}

for (const network of networks) {
  test(`${network.name} is connected through an app of one’s own, whose final address is pasted`, async ({ studio, page }) => {
    raise(studio, network)
    const { workspaceId } = await fillClient(studio, 'en')
    await studio.open(`#/w/${workspaceId}/accounts`)
    await page.getByRole('button', { name: 'Connect an account' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: network.entry }).first().click()
    await expect(dialog.getByRole('button', { name: network.scopes })).toHaveCount(network.scopeCount)
    await expectAccessible(page, `the assistant of ${network.name}`)

    await dialog.getByLabel(network.labels[0]).fill('4711')
    await dialog.getByLabel(network.labels[1]).fill('not-the-secret')
    await dialog.getByLabel('https address of the app’s redirect').fill('https://site.example/back')
    await dialog.getByRole('button', { name: 'Check and keep' }).click()
    await expect(dialog.getByText(`${network.name} does not know this app: its id or its secret is wrong.`)).toBeVisible()
    await dialog.getByLabel(network.labels[1]).fill(secret)
    await dialog.getByRole('button', { name: 'Check and keep' }).click()
    await expect(dialog.getByText(`${network.name} only says at the login whether it is right.`)).toBeVisible()

    await dialog.getByRole('button', { name: 'Log in with the browser' }).click()
    await expect(dialog.getByText(/Then copy the address that the browser shows, and paste it here/)).toBeVisible()
    const loginId = studio.loginIds.at(-1)!
    const begun = await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: network.id, serverUrl: network.server, redirectUri: 'http://127.0.0.1:28347/vigie' })
    if (!begun.ok) throw new Error(begun.error.message)
    expect(begun.value.loginUrl).toContain(`${network.page}?`)
    expect(new URL(begun.value.loginUrl).searchParams.get('redirect_uri')).toBe('https://site.example/back')
    const completed = await studio.engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
    if (!completed.ok) throw new Error(completed.error.message)
    studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
    await expect(page.getByText('@tideline is connected')).toBeVisible()
    await expect(page.getByRole('row', { name: /Tideline Books @tideline Connected/ })).toBeVisible()
    expect(studio.engine.logLines.join('\n')).not.toMatch(/the-secret|token-of|not-the-secret/)

    // Meta takes nothing back from programs: only the person can end it there.
    await page.getByRole('button', { name: 'Actions for @tideline', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await expect(page.getByRole('alertdialog')).toContainText(new RegExp(`${network.name} keeps the right`))
  })
}
