import type { Menu as ElectronMenu, Tray as ElectronTray } from 'electron'
import type { Texts } from '../language/en.ts'
import { trayTemplate, type TrayActions, type TraySituation } from './tray-template.ts'

export interface StudioTrayNeeds {
  readonly Tray: typeof ElectronTray
  readonly Menu: Pick<typeof ElectronMenu, 'buildFromTemplate'>
  readonly iconPath: string
  readonly actions: TrayActions
  readonly logError: (text: string) => void
}

export interface StudioTray {
  show(texts: Texts, situation: TraySituation): void
  destroy(): void
}

/** The icon among the system's. A desktop without a place for it is normal on Linux: then starting Vigie again shows the window. */
export function createStudioTray(needs: StudioTrayNeeds): StudioTray {
  let tray: ElectronTray | null = null
  try {
    tray = new needs.Tray(needs.iconPath)
    tray.setToolTip('Vigie')
    tray.on('click', needs.actions.open)
  } catch (cause) {
    needs.logError(`no icon among the system's: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
  return {
    // On Linux a menu in use cannot be changed, only replaced.
    show: (texts, situation) => tray?.setContextMenu(needs.Menu.buildFromTemplate(trayTemplate(texts, situation, needs.actions))),
    destroy: () => {
      tray?.destroy()
      tray = null
    }
  }
}

/** macOS colours a black picture itself; the others show the one in colour. */
export function trayIconName(platform: NodeJS.Platform): string {
  return platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
}
