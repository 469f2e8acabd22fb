import { describe, expect, it } from 'vitest'
import { isGiven, type StandingInChannel } from '../../../electron/engine/networks/discord/discord-rights.ts'

const right = 1n << 34n
const [guildId, userId, role, otherRole] = ['1', '2', '3', '4']
const standing: StandingInChannel = { guildId, userId, ownerId: '9', memberRoles: [role, otherRole], roles: [{ id: guildId, permissions: 0n }, { id: role, permissions: 0n }, { id: otherRole, permissions: 0n }, { id: '5', permissions: right }], overwrites: [] }
const withRole = (permissions: bigint) => ({ ...standing, roles: [{ id: guildId, permissions: 1024n }, { id: role, permissions }] })
const gives = (id: string, type = 0) => ({ id, type, allow: right, deny: 0n })
const takes = (id: string, type = 0) => ({ id, type, allow: 0n, deny: right })

describe('a right in a channel of Discord', () => {
  it.each<[string, boolean, StandingInChannel]>([
    ['not given by anybody, nor by a role of others', false, standing],
    ['given by a role', true, withRole(right)],
    ['given to everybody', true, { ...standing, roles: [{ id: guildId, permissions: right }] }],
    ['taken from everybody in the channel', false, { ...withRole(right), overwrites: [takes(guildId)] }],
    ['taken from everybody there, and given to a role', true, { ...withRole(0n), overwrites: [gives(role), takes(guildId)] }],
    ['taken from one role and given to another one', true, { ...standing, overwrites: [gives(role), takes(otherRole)] }],
    ['given to a role and taken from the member alone', false, { ...standing, overwrites: [takes(userId, 1), gives(role)] }],
    ['taken from a role and given to the member alone', true, { ...withRole(right), overwrites: [gives(userId, 1), takes(role)] }],
    ['given to a role and to a member of others', false, { ...standing, overwrites: [gives('5'), gives('6', 1)] }],
    ['taken from an administrator', true, { ...withRole(1n << 3n), overwrites: [takes(guildId), takes(userId, 1)] }],
    ['taken from whoever owns the server', true, { ...standing, ownerId: userId, overwrites: [takes(userId, 1)] }]
  ])('that is %s: %s', (_, expected, given) => {
    expect(isGiven(right, given)).toBe(expected)
  })
})
