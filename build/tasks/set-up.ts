import { ensureFloorTypes } from '../setup/electron-fallback.ts'
import { KEYRING_COMMANDS } from '../setup/keyring.ts'
import { isLinux } from '../setup/commands.ts'
import { requireSystemPackages } from '../setup/system-packages.ts'
import { buildParts, PART_NAMES } from '../vite-build.ts'
import { prepareElectron } from './prepare-electron.ts'

/** `npm run setup`: everything that start and the tests need, except the servers of the tests. */
export async function setUp(): Promise<number> {
  await prepareElectron()
  await ensureFloorTypes()
  if (isLinux) requireSystemPackages({ commands: ['Xvfb', ...KEYRING_COMMANDS] })
  return buildParts(PART_NAMES)
}
