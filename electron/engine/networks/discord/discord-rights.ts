import { z } from 'zod'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { DiscordApi } from './discord-api.ts'
import { idSchema } from './discord-schemas.ts'
import type { DiscordBot } from './discord-secret.ts'

/** https://github.com/discord/discord-api-docs/blob/1e05d16/developers/topics/permissions.mdx (read on 2026-11-23). */
const administrator = 1n << 3n
const manageThreads = 1n << 34n

const bitsSchema = z.string().regex(/^\d{1,40}$/).transform(BigInt)
const guildSchema = z.looseObject({ owner_id: idSchema.nullish(), roles: z.array(z.looseObject({ id: idSchema, permissions: bitsSchema })) })
const memberSchema = z.looseObject({ roles: z.array(idSchema) })
const overwritesSchema = z.looseObject({ permission_overwrites: z.array(z.looseObject({ id: idSchema, type: z.int(), allow: bitsSchema, deny: bitsSchema })).nullish() })

export interface StandingInChannel {
  readonly guildId: string
  readonly userId: string
  readonly ownerId: string | null
  /** Those that the member has; everybody has the one that bears the server's own number. */
  readonly memberRoles: readonly string[]
  readonly roles: readonly { readonly id: string; readonly permissions: bigint }[]
  /** What the channel gives and takes, by role (type 0) or member (type 1). */
  readonly overwrites: readonly { readonly id: string; readonly type: number; readonly allow: bigint; readonly deny: bigint }[]
}

/**
 * Whether the bot may manage the threads of its channel. Threads take their rights from the channel they stand in. What is refused, or not understood, is no permission, and keeps nothing back of
 * what people write; what could not be asked is asked again.
 */
export async function mayManageThreads(api: DiscordApi, { guildId, userId, channelId }: DiscordBot): Promise<NetworkResult<boolean>> {
  if (guildId === null) return done(false)
  const guild = await api.get(`/guilds/${guildId}`, guildSchema)
  if (!guild.ok) return noneWhereRefused(guild)
  const member = await api.get(`/guilds/${guildId}/members/${userId}`, memberSchema)
  if (!member.ok) return noneWhereRefused(member)
  const channel = await api.get(`/channels/${channelId}`, overwritesSchema)
  if (!channel.ok) return noneWhereRefused(channel)
  const { owner_id: ownerId, roles } = guild.value
  return done(isGiven(manageThreads, { guildId, userId, ownerId: ownerId ?? null, memberRoles: member.value.roles, roles, overwrites: channel.value.permission_overwrites ?? [] }))
}

/**
 * Pure. The roles give; then the channel takes and gives: first to everybody, then by all roles of the member together, last to the member alone. Owners and administrators have every right
 * (the same page, “Permission Hierarchy” and “Permission Overwrites”).
 */
export function isGiven(right: bigint, { guildId, userId, ownerId, memberRoles, roles, overwrites }: StandingInChannel): boolean {
  if (ownerId === userId) return true
  const held = new Set([guildId, ...memberRoles])
  const base = join(roles.filter(({ id }) => held.has(id)).map(({ permissions }) => permissions))
  if ((base & administrator) !== 0n) return true
  const ofRoles = overwrites.filter(({ type, id }) => type === 0 && held.has(id))
  const inOrder = [ofRoles.filter(({ id }) => id === guildId), ofRoles.filter(({ id }) => id !== guildId), overwrites.filter(({ type, id }) => type === 1 && id === userId)]
  const inChannel = inOrder.reduce((rights, step) => (rights & ~join(step.map(({ deny }) => deny))) | join(step.map(({ allow }) => allow)), base)
  return (inChannel & right) === right
}

function join(all: readonly bigint[]): bigint {
  return all.reduce((joined, bits) => joined | bits, 0n)
}

function noneWhereRefused(read: Extract<NetworkResult<never>, { ok: false }>): NetworkResult<boolean> {
  return read.failure.kind === 'rejected' || read.failure.kind === 'bug' ? done(false) : read
}
