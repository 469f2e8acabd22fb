import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'

export interface WindowWishes {
  readonly preloadPath: string
  readonly isPackaged: boolean
  readonly bounds: Pick<Rectangle, 'width' | 'height'> & Partial<Pick<Rectangle, 'x' | 'y'>>
  readonly backgroundColor: string
  readonly icon: NonNullable<BrowserWindowConstructorOptions['icon']> | null
}

/**
 * Everything that decides how much power the page has, in one place. A unit test holds this object to the letter; do not change it without
 * reading https://www.electronjs.org/docs/latest/tutorial/security (points 2 to 11).
 */
export function windowOptions(wishes: WindowWishes): BrowserWindowConstructorOptions {
  return {
    ...wishes.bounds,
    minWidth: 760,
    minHeight: 520,
    show: false,
    title: 'Vigie',
    backgroundColor: wishes.backgroundColor,
    autoHideMenuBar: true,
    ...(wishes.icon === null ? {} : { icon: wishes.icon }),
    webPreferences: {
      preload: wishes.preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      disableBlinkFeatures: 'Auxclick',
      navigateOnDragDrop: false,
      // The built-in spell checker fetches its dictionaries from a server of Google's.
      spellcheck: false,
      devTools: !wishes.isPackaged
    }
  }
}
