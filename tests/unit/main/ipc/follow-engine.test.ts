import { expect, test } from 'vitest'
import { createEngineFollower } from '../../../../electron/main/ipc/follow-engine.ts'

const workspaceId = '0b1f7a7e-3c1b-4d52-9d5c-111111111111'

function following(fits = true) {
  const done: unknown[] = []
  const follow = createEngineFollower({
    pushToPages: (name) => {
      done.push(`push ${name}`)
      return fits
    },
    onAlert: (alert) => void done.push(alert.kind),
    onSettingsMayHaveChanged: () => void done.push('settings'),
    onWorkMayHaveChanged: () => void done.push('work'),
    onPersonNeeded: () => void done.push('person'),
    logError: () => void done.push('error')
  })
  return { follow, done }
}

test.each([
  ['studio.changed', {}, ['push studio.changed', 'settings']],
  ['counts.changed', {}, ['push counts.changed', 'work']],
  ['outbox.changed', { workspaceId, ids: [] }, ['push outbox.changed', 'work']],
  ['inbox.changed', { workspaceId, ids: [] }, ['push inbox.changed']],
  ['accounts.loginChoice', { loginId: workspaceId, choices: [] }, ['push accounts.loginChoice', 'person']],
  ['alert.raised', { workspaceId, kind: 'post_failed', subjectId: null, title: 'x', count: 1 }, ['push alert.raised', 'post_failed']]
] as const)('%s goes to the page, and to the part of main it concerns', (name, payload, expected) => {
  const { follow, done } = following()
  follow(name, payload)
  expect(done).toEqual(expected)
})

test('what does not fit the contract concerns nobody', () => {
  const { follow, done } = following(false)
  follow('alert.raised', { kind: 'nonsense' })
  expect(done).toEqual(['push alert.raised', 'error'])
})
