import { assert, constant, constantFrom, oneof, option, property, record, string, uuid, type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatRoute, parseRoute, routeTo, workspaceScreens, type Route } from '../../../renderer/shell/route.ts'
import { settleRoute } from '../../../renderer/shell/settle-route.ts'

const one = '00000000-0000-4000-8000-000000000001'
const two = '00000000-0000-4000-8000-000000000002'

describe('an address', () => {
  test.each<[string, Route | null]>([
    [`#/w/${one}/inbox`, { screen: 'inbox', workspaceId: one, conversationId: null }],
    [`#/w/${one}/inbox/${two}`, { screen: 'inbox', workspaceId: one, conversationId: two }],
    [`#/w/${one}/compose?at=2026-11-21T09:00`, { screen: 'compose', workspaceId: one, postId: null, at: '2026-11-21T09:00' }],
    [`#/w/${one}/calendar?view=week&date=2026-11-21`, { screen: 'calendar', workspaceId: one, view: 'week', date: '2026-11-21' }],
    [`#/w/${one}/calendar?view=year&date=soon`, { screen: 'calendar', workspaceId: one, view: null, date: null }],
    ['#/welcome', { screen: 'welcome' }],
    ['#/showcase', { screen: 'showcase' }],
    ['', null],
    ['#/w', null],
    [`#/w/${one}`, null],
    [`#/w/${one}/nowhere`, null],
    ['#/w//inbox', null],
    ['#/w/%/inbox', { screen: 'inbox', workspaceId: '%', conversationId: null }]
  ])('%s is read', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route)
  })

  test('comes back the same from any route', () => {
    const text = option(string({ minLength: 1 }), { nil: null })
    const route: Arbitrary<Route> = oneof(
      record({ screen: constant('inbox' as const), workspaceId: string({ minLength: 1 }), conversationId: text }),
      record({ screen: constant('settings' as const), workspaceId: string({ minLength: 1 }), section: text }),
      record({ screen: constant('compose' as const), workspaceId: uuid(), postId: text, at: constantFrom(null, '2026-11-21T09:00') })
    )
    assert(
      property(route, (before) => {
        expect(parseRoute(formatRoute(before))).toEqual(before)
      })
    )
  })
})

describe('where to go at the start', () => {
  const workspaces = [{ id: one }, { id: two }]

  test('is the address, when its client exists', () => {
    const asked = routeTo('inbox', two)
    expect(settleRoute(asked, { workspaces, lastWorkspaceId: one })).toBe(asked)
  })

  test('is the client shown last when the address names none that exists', () => {
    expect(settleRoute(routeTo('inbox', 'gone'), { workspaces, lastWorkspaceId: two })).toEqual(routeTo('calendar', two))
    expect(settleRoute(null, { workspaces, lastWorkspaceId: 'gone too' })).toEqual(routeTo('calendar', one))
  })

  test('is the welcome when there is no client yet', () => {
    expect(settleRoute(routeTo('inbox', one), { workspaces: [], lastWorkspaceId: null })).toEqual({ screen: 'welcome' })
  })

  test.each(workspaceScreens)('never carries what was open in %s over to another client', (screen) => {
    const { screen: _screen, workspaceId: _workspaceId, ...details } = routeTo(screen, two)
    expect(Object.values(details).every((value) => value === null)).toBe(true)
  })
})
