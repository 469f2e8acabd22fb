import { join } from 'node:path'
import { runWithCodeCache } from './run-with-code-cache.ts'

// What main forks: the engine's own code lies in ../engine/engine.cjs. The word before the last names the file for the compiled code.
runWithCodeCache(join(import.meta.dirname, '../engine/engine.cjs'), process.argv.at(-2) ?? '')
