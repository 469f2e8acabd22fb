import { redactText } from '../http/redact.ts'
import type { Logger } from './logger.ts'

export type LogLevel = keyof Logger

/** Longest text of one entry, in UTF-16 units; a stack fits. */
const maxLength = 4_000

/** The engine's log: every text loses what looks like a secret before it leaves the process. */
export function createRedactingLogger(write: (level: LogLevel, text: string) => void): Logger {
  const at = (level: LogLevel) => (text: string): void => write(level, redactText(text).slice(0, maxLength))
  return { info: at('info'), warning: at('warning'), error: at('error') }
}
