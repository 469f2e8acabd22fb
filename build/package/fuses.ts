/**
 * Electron's fuses: switches burnt into the program when it is packaged. The type asks for a decision on every fuse that exists, so that
 * a new one in a later Electron is a type error (here) and a failing check (when a packaged program has one more).
 */
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire, type FuseV1Config } from '@electron/fuses'

type FuseName = keyof typeof FuseV1Options

export const FUSES: Readonly<Record<FuseName, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false, // Vigie makes no snapshot of its own
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true // Electron's default; Chromium's own, faster way to watch over WebAssembly's memory
}

/** The fuses this program has, by name, as the bytes of the wire say: 48 is off, 49 on, 114 removed, 144 inherited. Unknown ones go by their number. */
async function readFuses(executable: string): Promise<Map<string, number>> {
  const { version: _version, resetAdHocDarwinSignature: _reset, strictlyRequireAllFuses: _strict, ...wire } = await getCurrentFuseWire(executable)
  return new Map(Object.entries(wire).map(([index, state]) => [FuseV1Options[Number(index)] ?? `fuse ${index}`, state]))
}

const isDecided = (name: string): name is FuseName => Object.hasOwn(FUSES, name)
const ON = 49
const OFF = 48

/** What is not as decided, one line each. Fuses younger than the program are passed over. */
export function complaintsAboutFuses(found: ReadonlyMap<string, number>): string[] {
  return [...found].flatMap(([name, state]) => {
    if (!isDecided(name)) return [`${name} is not decided in build/package/fuses.ts`]
    const wanted = FUSES[name] ? ON : OFF
    return state === wanted ? [] : [`${name} should be ${FUSES[name] ? 'on' : 'off'} (its byte is ${state})`]
  })
}

export const checkFuses = async (executable: string): Promise<string[]> => complaintsAboutFuses(await readFuses(executable))

/** Burns the decisions in. Refuses a program that has a fuse nobody has decided on. */
export async function burnFuses(executable: string, isMacOs: boolean): Promise<void> {
  const present = [...(await readFuses(executable)).keys()]
  const undecided = present.filter((name) => !isDecided(name))
  if (undecided.length > 0) throw new Error(`decide on these fuses in build/package/fuses.ts: ${undecided.join(', ')}`)
  const decisions: Partial<Record<FuseV1Options, boolean>> = {}
  for (const name of present.filter(isDecided)) decisions[FuseV1Options[name]] = FUSES[name]
  const config: FuseV1Config = { version: FuseVersion.V1, resetAdHocDarwinSignature: isMacOs, ...decisions }
  await flipFuses(executable, config)
}
