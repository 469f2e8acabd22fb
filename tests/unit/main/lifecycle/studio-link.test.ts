import { expect, test } from 'vitest'
import { findStudioLink, parseStudioLink } from '../../../../electron/main/lifecycle/studio-link.ts'

const workspaceId = '0b1f7a7e-3c1b-4d52-9d5c-111111111111'
const subjectId = '0b1f7a7e-3c1b-4d52-9d5c-222222222222'

test.each([
  ['vigie://open/inbox', { to: 'inbox', workspaceId: null, subjectId: null }],
  ['vigie://open/calendar/', { to: 'calendar', workspaceId: null, subjectId: null }],
  [`vigie://open/outbox/${workspaceId}`, { to: 'outbox', workspaceId, subjectId: null }],
  [`vigie://open/compose/${workspaceId}/${subjectId}`, { to: 'compose', workspaceId, subjectId }]
])('opens %s', (link, destination) => {
  expect(parseStudioLink(link)).toEqual(destination)
})

test.each([
  'vigie:open/inbox',
  'vigie://open',
  'vigie://open/',
  'vigie://open/nowhere',
  'vigie://open/palette',
  'vigie://publish/inbox',
  'vigie://open.evil/inbox',
  'vigie://u@open/inbox',
  'vigie://open:1/inbox',
  'vigie://open/inbox?text=hello',
  'vigie://open/inbox#x',
  'vigie://open/inbox/not-an-id',
  'vigie://open/inbox/------------------------------------',
  `vigie://open/inbox/${workspaceId}/../..`,
  `vigie://open/inbox/${workspaceId}/${subjectId}/more`,
  'vigie://open/%69nbox',
  'VIGIE://OPEN/INBOX',
  'https://open/inbox',
  ''
])('does not open %s', (link) => {
  expect(parseStudioLink(link)).toBeNull()
})

test('finds the link on a command line', () => {
  expect(findStudioLink(['/usr/bin/vigie', '--flag', 'vigie://open/watch'])).toEqual({ to: 'watch', workspaceId: null, subjectId: null })
  expect(findStudioLink(['/usr/bin/vigie', 'https://example.com/?vigie://open/watch'])).toBeNull()
  expect(findStudioLink([])).toBeNull()
})
