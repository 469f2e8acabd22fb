import { isAbsolute, join, resolve } from 'node:path'

export interface DataFolderSituation {
  /** The value of `VIGIE_DATA_DIR`. */
  readonly wished: string | undefined
  /** Where relative paths start. */
  readonly currentFolder: string
  /** Electron's own choice for this user and system. Asked only when it is taken: asking makes the folder. */
  readonly standard: () => string
}

/** Where everything of Vigie's lies: database, media, logs, and what the browser inside keeps. */
export function dataFolder({ wished, currentFolder, standard }: DataFolderSituation): string {
  if (wished === undefined || wished === '') return standard()
  return isAbsolute(wished) ? wished : resolve(currentFolder, wished)
}

export interface Places {
  readonly data: string
  /** Outside of the data folder; null: this start leaves no trace. */
  readonly state: string | null
  readonly browser: string
  readonly crashes: string
  /** The engine's compiled code, made anew when it is missing. */
  readonly engineCode: string
  readonly logs: string
  readonly shellState: string
  readonly workspaces: string
  /** Files that are carried to other programs, as long as the studio runs. */
  readonly dragged: string
}

export function placesIn(data: string, state: string | null = null): Places {
  return {
    data,
    state,
    browser: join(data, 'browser'),
    crashes: join(data, 'browser', 'crashes'),
    engineCode: join(data, 'browser', 'engine-code.bin'),
    logs: join(data, 'logs'),
    shellState: join(data, 'window.json'),
    workspaces: join(data, 'workspaces'),
    dragged: join(data, 'dragged')
  }
}
