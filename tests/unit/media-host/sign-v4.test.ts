import { describe, expect, test } from 'vitest'
import { amzDateOf, encode, signV4 } from '../../../electron/engine/media-host/sign-v4.ts'
import { sha256Of } from '../../../electron/engine/sha256.ts'

const empty = sha256Of('').toString('hex')

describe('AWS’s own test vectors', () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
  const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
  const at = { region: 'us-east-1', service: 's3', amzDate: '20130524T000000Z' }
  const signatureOf = (authorization: string): string | undefined => /Signature=(\w+)$/.exec(authorization)?.[1]

  test('fetching an object, with a range', () => {
    const headers = { range: 'bytes=0-9', 'x-amz-content-sha256': empty, 'x-amz-date': at.amzDate }
    expect(signV4({ method: 'GET', url: 'https://examplebucket.s3.amazonaws.com/test.txt', headers, bodyHash: empty }, keys, at)).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
    )
  })

  test('putting an object whose name has to be encoded', () => {
    const bodyHash = sha256Of('Welcome to Amazon S3.').toString('hex')
    const headers = { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-content-sha256': bodyHash, 'x-amz-date': at.amzDate, 'x-amz-storage-class': 'REDUCED_REDUNDANCY' }
    const url = `https://examplebucket.s3.amazonaws.com/${encode('test$file.text')}`
    expect(signatureOf(signV4({ method: 'PUT', url, headers, bodyHash }, keys, at))).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd')
  })

  test('asking for a bucket’s lifecycle, by a parameter without a value', () => {
    const headers = { 'x-amz-content-sha256': empty, 'x-amz-date': at.amzDate }
    expect(signatureOf(signV4({ method: 'GET', url: 'https://examplebucket.s3.amazonaws.com/?lifecycle', headers, bodyHash: empty }, keys, at))).toBe('fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543')
  })

  test('listing objects, by parameters that have to be sorted', () => {
    const headers = { 'x-amz-content-sha256': empty, 'x-amz-date': at.amzDate }
    expect(signatureOf(signV4({ method: 'GET', url: 'https://examplebucket.s3.amazonaws.com/?prefix=J&max-keys=2', headers, bodyHash: empty }, keys, at))).toBe('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7')
  })

  // https://docs.aws.amazon.com/general/latest/gr/signature-v4-test-suite.html
  test('get-vanilla of the general suite', () => {
    const general = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
    const authorization = signV4({ method: 'GET', url: 'https://example.amazonaws.com/', headers: { 'x-amz-date': '20150830T123600Z' }, bodyHash: empty }, general, { region: 'us-east-1', service: 'service', amzDate: '20150830T123600Z' })
    expect(signatureOf(authorization)).toBe('5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31')
  })
})

test('a moment is written as AWS writes it', () => {
  expect(amzDateOf(Date.UTC(2026, 10, 21, 9, 5, 7, 123))).toBe('20261121T090507Z')
})
