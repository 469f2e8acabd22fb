import { expect, test } from 'vitest'
import { ofTypedAddress } from '../../../electron/engine/http/typed-address.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'

const notFound = (host: string, reason = 'name_not_found'): StudioError => studioError('unreachable', `${reason} at ${host}`, { retryable: true, details: { host, reason } })

test.each([
  ['social.exmaple', 'social.exmaple', 'social.exmaple'],
  ['https://Social.Exmaple/@lea', 'social.exmaple', 'social.exmaple'],
  ['social.exmaple:8443', 'social.exmaple:8443', 'social.exmaple:8443'],
  ['été.example', 'xn--t-9fab.example', 'été.example'],
  ['https://xn--t-9fab.example/feed', 'xn--t-9fab.example', 'été.example']
])('of %s, which a person typed, that it was not found is told with the name as it is written', (typed, host, written) => {
  expect(ofTypedAddress(notFound(host), typed)).toEqual({ ...notFound(host), details: { host: written, reason: 'typed_name_not_found' } })
})

test('a name that nobody typed, and any other failure, stays what it is', () => {
  expect(ofTypedAddress(notFound('oauth2.googleapis.com'), 'youtube.com')).toEqual(notFound('oauth2.googleapis.com'))
  expect(ofTypedAddress(notFound('social.example', 'refused'), 'social.example')).toEqual(notFound('social.example', 'refused'))
  expect(ofTypedAddress(studioError('bug', 'none'), 'social.example')).toEqual(studioError('bug', 'none'))
})
