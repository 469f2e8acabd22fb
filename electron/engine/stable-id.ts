import { sha256Of } from './sha256.ts'

/**
 * A UUID (version 4 in form) that is the same each time for the same workspace and name: filling a workspace a second time, after a crash,
 * writes the same rows again instead of others beside them.
 */
export function stableId(workspaceId: string, name: string): string {
  const hex = sha256Of(`${workspaceId} ${name}`).toString('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8'
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
