import { expect, test } from 'vitest'
import { parseLaunchOptions } from '../../../../electron/main/launch/launch-options.ts'

const parse = (...words: string[]) => parseLaunchOptions(words, '/home/lea')
const standard = { size: { width: 1_360, height: 850 }, theme: null, language: null, route: null }

test('starts the studio when nothing else is said', () => {
  expect(parse()).toEqual({ ok: true, options: { mode: { kind: 'studio' }, timing: false } })
  expect(parse('--no-sandbox', '--lang=fr', '.', 'vigie://open/inbox', '--timing')).toEqual({ ok: true, options: { mode: { kind: 'studio' }, timing: true } })
})

test.each([[['--screenshot', 'a.png']], [['--screenshot=a.png']]])('takes %j as a picture in the folder of the call', (words) => {
  expect(parse(...words)).toEqual({ ok: true, options: { mode: { kind: 'screenshot', wish: { path: '/home/lea/a.png', ...standard } }, timing: false } })
})

test('reads all that a picture can be told', () => {
  expect(parse('--screenshot=/tmp/b.PNG', '--size=1024x700', '--theme', 'dark', '--language=fr', '--route=inbox')).toMatchObject({
    options: { mode: { wish: { path: '/tmp/b.PNG', size: { width: 1_024, height: 700 }, theme: 'dark', language: 'fr', route: { kind: 'screen', to: 'inbox' } } } }
  })
})

test.each(['showcase', '/showcase', '#/showcase'])('takes any other route (%s) for an address of the page', (route) => {
  expect(parse('--screenshot=b.png', `--route=${route}`)).toMatchObject({ options: { mode: { wish: { route: { kind: 'address', hash: '#/showcase' } } } } })
})

test('reads --self-check', () => {
  expect(parse('--self-check')).toMatchObject({ ok: true, options: { mode: { kind: 'self-check' } } })
})

test.each([
  [['--screenshot'], '--screenshot needs'],
  [['--screenshot=a.jpg'], '--screenshot needs'],
  [['--screenshot=a.png', '--size=big'], '--size needs'],
  [['--screenshot=a.png', '--theme=pink'], '--theme is'],
  [['--screenshot=a.png', '--language=de'], '--language is']
])('says what is wrong with %j', (words, message) => {
  expect(parse(...words)).toMatchObject({ ok: false, message: expect.stringContaining(message) as string })
})
