/** Reads the fuses of a packaged program and compares them with build/package/fuses.ts: node build/check-fuses.ts PROGRAM */
import { checkFuses } from './package/fuses.ts'

const [executable] = process.argv.slice(2)
if (executable === undefined) throw new Error('usage: node build/check-fuses.ts PROGRAM')
const complaints = await checkFuses(executable)
for (const complaint of complaints) console.error(`${executable}: ${complaint}`)
if (complaints.length > 0) process.exitCode = 1
else console.log('all fuses are as decided')
