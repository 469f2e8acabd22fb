import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heifColourProfile } from '../../../electron/engine/images/heif-colour-profile.ts'
import { avif, clearHeic, turnedHeic } from '../../support/foreign-pictures.ts'

test('the profile of an iPhone’s picture is found, whole', () => {
  const profile = heifColourProfile(turnedHeic)
  // ICC.1:2022, 7.2: its length stands first, `acsp` at 36.
  expect(profile && new DataView(profile.buffer, profile.byteOffset).getUint32(0)).toBe(profile?.byteLength)
  expect(Buffer.from(profile?.subarray(36, 40) ?? []).toString()).toBe('acsp')
})

test('a picture that names its colours by number has none', () => {
  expect([heifColourProfile(clearHeic), heifColourProfile(avif), heifColourProfile(new Uint8Array(0))]).toEqual([null, null, null])
})

test('a damaged picture gives a profile or none, and ends', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(turnedHeic.byteLength - 1), fc.nat(255)), { maxLength: 12 }), fc.nat(turnedHeic.byteLength), (changes, length) => {
      const bytes = Uint8Array.from(turnedHeic.subarray(0, length))
      for (const [at, value] of changes) if (at < length) bytes[at] = value
      const profile = heifColourProfile(bytes)
      expect(profile === null || profile.byteLength <= length).toBe(true)
    }),
    { numRuns: 2000 }
  )
})
