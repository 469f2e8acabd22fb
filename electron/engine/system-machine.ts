import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** Linux has an id that does not change with the computer's name. */
export function systemMachine(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim() || hostname()
  } catch {
    return hostname()
  }
}
