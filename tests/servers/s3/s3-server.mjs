/**
 * A real S3 server (s3rver) on loopback; it looks at whose a signature is, and does not work it out. Runs as a child process: `node s3-server.mjs BUCKET`, with
 * VIGIE_TEST_S3_MODULES naming a folder of node_modules that holds s3rver. Prints one line of JSON when ready; ends with SIGTERM or when its stdin closes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const require = createRequire(join(process.env.VIGIE_TEST_S3_MODULES, 'package.json'))
const S3rver = require('s3rver')

const directory = mkdtempSync(join(tmpdir(), 'vigie-s3-'))
const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: process.argv[2] }] })
const { port } = await server.run()
console.log(JSON.stringify({ endpoint: `http://127.0.0.1:${port}` }))

const end = () => {
  rmSync(directory, { recursive: true, force: true })
  process.exit(0)
}
process.on('SIGTERM', end)
process.stdin.on('end', end).resume()
