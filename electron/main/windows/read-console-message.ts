import type { LogLevel } from '../log/log-line.ts'

export interface ConsoleMessage {
  readonly level: LogLevel
  readonly text: string
}

/**
 * Reads the arguments of `console-message` in both forms: Electron 33 passes (event, level 0 to 3, text, line, source), Electron 45 puts
 * `level` and `message` on the event. null when it is neither. To be removed with the support of Electron 33.
 */
export function readConsoleMessage(values: readonly unknown[]): ConsoleMessage | null {
  const [event, level, text] = values
  if (typeof text === 'string' && typeof level === 'number') return { level: levelOfNumber(level), text }
  if (typeof event !== 'object' || event === null || !('message' in event) || typeof event.message !== 'string') return null
  const named = 'level' in event ? event.level : 'info'
  return { level: named === 'error' || named === 'warning' ? named : 'info', text: event.message }
}

function levelOfNumber(level: number): LogLevel {
  if (level >= 3) return 'error'
  return level === 2 ? 'warning' : 'info'
}
