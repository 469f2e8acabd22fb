import { ensureDependencies } from '../setup/dependencies.ts'
import { buildParts, isPartName, PART_NAMES } from '../vite-build.ts'

/** `npm run build [-- --release] [--force] [renderer main engine preload]` */
export async function build(args: readonly string[]): Promise<number> {
  ensureDependencies()
  const unknown = args.filter((word) => !word.startsWith('--') && !isPartName(word))
  if (unknown.length > 0) throw new Error(`unknown part: ${unknown.join(', ')} (there are ${PART_NAMES.join(', ')})`)
  const names = args.filter(isPartName)
  return buildParts(names.length > 0 ? names : PART_NAMES, { isRelease: args.includes('--release'), isForced: args.includes('--force') })
}
