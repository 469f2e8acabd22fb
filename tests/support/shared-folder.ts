import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Reference data (API descriptions, conformance files) that is not part of the project; tests that need it are skipped without it. */
export const sharedFolder = process.env['VIGIE_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url))

export const hasSharedFolder = existsSync(`${sharedFolder}/specs`)
