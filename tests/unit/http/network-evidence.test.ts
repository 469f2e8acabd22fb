import { describe, expect, it } from 'vitest'
import { isNetworkAway, type NetworkEvidence } from '../../../electron/engine/http/network-evidence.ts'

const now = 1_000_000
const site = 'https://site.example'
const other = 'https://other.example'

function evidence(given: { reached?: Record<string, number>; known?: string[]; strangers?: Record<string, number> } = {}): NetworkEvidence {
  return { reached: new Map(Object.entries(given.reached ?? {})), known: new Set(given.known), strangers: new Map(Object.entries(given.strangers ?? {})) }
}

describe('isNetworkAway', () => {
  it.each([
    ['a server nobody ever reached, alone', {}, false],
    ['the same host again, by its other scheme', { strangers: { 'site.example': now } }, false],
    ['a second such server, moments later', { strangers: { 'other.example': now - 9_999 } }, true],
    ['a second such server, as late as a person types', { strangers: { 'other.example': now - 10_000 } }, false],
    ['a server of an account', { known: [site] }, true],
    ['a server that answered before', { reached: { [site]: now - 3_600_000 } }, true],
    ['a server that answered before the system lost the network', { reached: { [site]: 0 } }, true],
    ['a server that answered before, while another answers', { reached: { [site]: now - 60_000, [other]: now - 29_999 } }, false],
    ['a server that answered before, long after another did', { reached: { [site]: now - 60_000, [other]: now - 30_000 } }, true],
    ['a server that just answered itself', { reached: { [site]: now } }, true],
    ['a server nobody ever reached, long after another answered', { reached: { [other]: now - 3_600_000 } }, false],
    ['two such servers, while another answers', { reached: { 'https://third.example': now - 1 }, strangers: { 'other.example': now } }, false]
  ])('%s', (_, given, expected) => {
    expect(isNetworkAway(site, evidence(given), now)).toBe(expected)
  })
})
