import { expect, test } from 'vitest'
import { describeAlert, destinationOf, type Alert } from '../../../../electron/main/alerts/describe-alert.ts'
import { createDesktopAlerts } from '../../../../electron/main/alerts/show-desktop-alert.ts'
import { textsFor } from '../../../../electron/main/language/texts.ts'

const alert: Alert = { workspaceId: '0b1f7a7e-3c1b-4d52-9d5c-111111111111', kind: 'new_messages', subjectId: null, title: 'Boulangerie Martin', count: 3 }

test.each([
  ['post_published', 'outbox', 'Published', 'Publié'],
  ['post_failed', 'outbox', 'Not published: a decision is needed', 'Non publié\u00a0: une décision est à prendre'],
  ['post_missed', 'outbox', 'The time has passed: a decision is needed', 'L’heure est passée\u00a0: une décision est à prendre'],
  ['post_by_hand', 'outbox', 'It is time: publish it by hand', 'C’est l’heure\u00a0: à publier à la main'],
  ['outcome_unknown', 'outbox', 'Perhaps published: please look', 'Peut-être publié\u00a0: à regarder'],
  ['change_asks', 'outbox', 'A change on the network waits for your decision', 'Un changement sur le réseau attend votre décision'],
  ['new_messages', 'inbox', '3 new messages', '3 nouveaux messages'],
  ['watch_hit', 'watch', '3 new items in the watch', '3 nouveaux éléments dans la veille'],
  ['account_needs_login', 'accounts', 'An account has to be connected again', 'Un compte est à reconnecter'],
  ['access_ends', 'accounts', 'The access of an account ends in 3 days: renew it', 'L’accès d’un compte prend fin dans 3 jours\u00a0: renouvelez-le']
] as const)('%s leads to %s and speaks both languages', (kind, to, english, french) => {
  expect(describeAlert({ ...alert, kind }, textsFor('en'))).toBe(english)
  expect(describeAlert({ ...alert, kind }, textsFor('fr'))).toBe(french)
  expect(destinationOf({ ...alert, kind, subjectId: alert.workspaceId })).toEqual({ workspaceId: alert.workspaceId, to, subjectId: alert.workspaceId })
})

function desktop(isWanted: boolean, isSupported = true, client: string | null = 'Les Amarres') {
  const shown: { title: string; body: string; fire(event: string): void }[] = []
  const visited: unknown[] = []
  class FakeNotification {
    static isSupported = () => isSupported
    readonly #listeners = new Map<string, () => void>()
    readonly #options: { title: string; body: string }
    constructor(options: { title: string; body: string }) {
      this.#options = options
    }
    on(event: string, listener: () => void) {
      this.#listeners.set(event, listener)
    }
    show() {
      shown.push({ ...this.#options, fire: (event) => this.#listeners.get(event)?.() })
    }
  }
  const show = createDesktopAlerts({ Notification: FakeNotification, texts: () => textsFor('en'), isWanted: () => isWanted, clientName: async () => client, goTo: (destination) => void visited.push(destination) })
  return { show, shown, visited }
}

test('shows a notification under the client’s name; a click leads to the place', async () => {
  const { show, shown, visited } = desktop(true)
  await show(alert)
  expect(shown).toMatchObject([{ title: 'Les Amarres — 3 new messages', body: 'Boulangerie Martin' }])
  shown[0]?.fire('click')
  expect(visited).toEqual([{ workspaceId: alert.workspaceId, to: 'inbox', subjectId: null }])
})

test('says what happened also where the client’s name cannot be had', async () => {
  const { show, shown } = desktop(true, true, null)
  await show(alert)
  expect(shown).toMatchObject([{ title: '3 new messages' }])
})

test('shows nothing that is not wanted, or cannot be shown', async () => {
  for (const { show, shown } of [desktop(false), desktop(true, false)]) {
    await show(alert)
    expect(shown).toEqual([])
  }
})
