import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../electron/engine/http/parse-json.ts'
import { redactAddress, redactText } from '../../../electron/engine/http/redact.ts'

describe('parseJson', () => {
  it('keeps integers exact that a number cannot hold', () => {
    expect(parseJson('{"id":113456789012345678,"small":7,"list":[9007199254740993,-9007199254740993],"text":"113456789012345678"}')).toEqual({
      id: '113456789012345678', small: 7, list: ['9007199254740993', '-9007199254740993'], text: '113456789012345678'
    })
    expect(parseJson('[9007199254740991, 1.5, 0.1234567890123456, 1e30]')).toEqual([9007199254740991, 1.5, 0.1234567890123456, 1e30])
  })

  it.each(['', '{', '<html>', '{"a":1}}', 'undefined'])('gives undefined for %j', (text) => {
    expect(parseJson(text)).toBeUndefined()
  })
})

describe('redact', () => {
  it.each([
    'Authorization: Basic dXNlcjpwYXNz', '"accessJwt":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig"', 'password=hunter2x', 'client_secret: abcd1234',
    'app password abcd-efgh-2345-wxyz', 'wp abcd EFGH 1234 ijkl MNOP 5678', 'https://user:hunter2x@example.org/', 'token ZA-Yj3aBD8U8Cm7lKUp-lm9O9BmDgdhHzDeqsY8tlL0x'
  ])('hides the secret in %s', (text) => {
    expect(redactText(text)).toContain('[hidden]')
    expect(redactText(text)).not.toMatch(/hunter2x|dXNlcj|eyJ|abcd1234|efgh-2345|MNOP|ZA-Yj3/)
  })

  it('leaves ordinary words alone', () => {
    for (const text of ['The server said: text is too long (501 of 500)', 'at https://mastodon.example/api/v1/statuses', 'did:plc:ewvi7nxzyoun6zhxrhs64oiz']) expect(redactText(text)).toBe(text)
  })

  it('leaves the query out of an address', () => {
    expect(redactAddress('https://u:p@example.org/a/b?code=1&state=2#x')).toBe('https://example.org/a/b?…')
  })
})
