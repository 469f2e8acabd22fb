import { isAbsolute, join, resolve } from 'node:path'

export interface StateFolderSituation {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** Where relative paths start. */
  readonly currentFolder: string
}

/**
 * Where a few words lie that must survive a data folder that is put back to an earlier copy: outside of it, where systems keep the state of programs.
 * `VIGIE_STATE_DIR` moves it.
 */
export function stateFolder({ platform, environment, home, currentFolder }: StateFolderSituation): string {
  const wished = environment['VIGIE_STATE_DIR'] ?? ''
  if (wished !== '') return isAbsolute(wished) ? wished : resolve(currentFolder, wished)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Vigie State')
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Vigie State')
  // https://specifications.freedesktop.org/basedir-spec/latest/: a relative path counts as none.
  const named = environment['XDG_STATE_HOME'] ?? ''
  return join(isAbsolute(named) ? named : join(home, '.local', 'state'), 'Vigie')
}
