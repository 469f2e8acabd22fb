import { describe, expect, it } from 'vitest'
import { describeHttpFailure } from '../../../electron/engine/http/describe-http-failure.ts'

const url = new URL('https://example.org/a?token=abc')
const never = new AbortController().signal
const withCode = (code: string): Error => Object.assign(new Error(`a message with what was sent: secret`), { code })

describe('describeHttpFailure', () => {
  it.each([
    ['ENOTFOUND', 'unreachable', 'name_not_found', true],
    ['EAI_AGAIN', 'unreachable', 'name_not_found', true],
    ['ECONNREFUSED', 'unreachable', 'refused', true],
    ['ENETUNREACH', 'unreachable', 'no_route', true],
    ['ECONNRESET', 'unreachable', 'cut', true],
    ['VIGIE_CONNECT_TIMEOUT', 'timeout', 'no_connection', true],
    ['VIGIE_OUT_OF_REACH', 'address_refused', 'private', false],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable', 'certificate', true],
    ['CERT_HAS_EXPIRED', 'unreachable', 'certificate', true],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable', 'certificate', true],
    ['Z_DATA_ERROR', 'unexpected_answer', 'unreadable', true],
    ['HPE_INVALID_CONSTANT', 'unexpected_answer', 'unreadable', true],
    ['ESOMETHING', 'unreachable', 'other', true]
  ])('%s is %s because %s', (code, expected, reason, retryable) => {
    const error = describeHttpFailure(withCode(code), url, never)
    expect(error).toMatchObject({ code: expected, retryable, details: { reason, host: 'example.org' } })
    expect(error.message).not.toMatch(/secret|abc/)
  })

  it('looks into an error that stands for several addresses of one name', () => {
    expect(describeHttpFailure(new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')]), url, never).details).toMatchObject({ reason: 'refused' })
  })
})
