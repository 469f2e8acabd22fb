import { appOrigin } from './is-own-url.ts'

export interface Sender {
  readonly webContentsId: number
  /** Origin of the frame that sent, as Electron says it (Node's URL knows no origin for a scheme of our own); null when the frame is gone. */
  readonly frameOrigin: string | null
  readonly isMainFrame: boolean
}

/** All three: a window that main made, showing our page, speaking from its top frame. */
export function isTrustedSender(sender: Sender, ownWebContentsIds: ReadonlySet<number>): boolean {
  return ownWebContentsIds.has(sender.webContentsId) && sender.frameOrigin === appOrigin && sender.isMainFrame
}

interface SendingFrame {
  readonly origin: string
  readonly parent: unknown
}

/** Reads the sender off an event. A frame that was closed meanwhile throws when it is touched: such a sender is nobody. */
export function readSender(event: { readonly sender: { readonly id: number }; readonly senderFrame: SendingFrame | null }): Sender {
  try {
    const frame = event.senderFrame
    return { webContentsId: event.sender.id, frameOrigin: frame?.origin ?? null, isMainFrame: frame !== null && frame.parent === null }
  } catch {
    return { webContentsId: event.sender.id, frameOrigin: null, isMainFrame: false }
  }
}
