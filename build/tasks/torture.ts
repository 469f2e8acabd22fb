/** `npm run torture -- --posts N --seed S [--json FILE] [--against bluesky|wordpress]`: the built engine against networks that do everything wrong. */
import { join } from 'node:path'
import { root, runNode } from '../setup/commands.ts'
import { ensureDependencies } from '../setup/dependencies.ts'
import { layOutTestServers } from '../setup/test-servers.ts'
import { buildParts } from '../vite-build.ts'

export async function torture(args: readonly string[]): Promise<number> {
  ensureDependencies()
  const buildCode = await buildParts(['engine'])
  if (buildCode !== 0) return buildCode
  const servers = args.includes('--against') ? await layOutTestServers() : {}
  return runNode('tests/torture/torture.ts', ['--engine', join(root, 'out/engine/engine.cjs'), ...args], { env: { ...process.env, ...servers }, cwd: process.env['INIT_CWD'] ?? root })
}
