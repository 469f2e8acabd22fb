import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { selfSignedCertificate } from '../../support/self-signed-certificate.ts'

/** Two calls of a process of its own, whose system trusts what stands in a file. */
const script = `
  const { createHttpClient } = await import(process.argv[1])
  const quiet = () => undefined
  const client = createHttpClient({ log: { info: quiet, warning: quiet, error: quiet }, userAgent: 'Vigie/test' })
  for (const method of ['POST', 'GET']) {
    const result = await client.send({ method, url: process.argv[2], signed: true, timeout: 4_000 })
    console.log(result.ok ? result.response.status : result.failure.error.details.reason + ' ' + result.failure.sent)
  }
  client.close()
`

async function callWith(trusted: string): Promise<{ said: string; requests: number }> {
  let requests = 0
  const server = createServer(selfSignedCertificate, (_request, response) => {
    requests += 1
    response.writeHead(200, { connection: 'close' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const folder = await mkdtemp(join(tmpdir(), 'vigie-certificates-'))
  await writeFile(join(folder, 'trusted.pem'), trusted)
  try {
    const words = ['--input-type=module', '--eval', script, join(import.meta.dirname, '../../../electron/engine/http/create-http-client.ts'), `https://localhost:${(server.address() as AddressInfo).port}/`]
    const { stdout } = await promisify(execFile)(process.execPath, words, { env: { PATH: process.env['PATH'], SSL_CERT_FILE: join(folder, 'trusted.pem'), SSL_CERT_DIR: folder } })
    return { said: stdout.trim(), requests }
  } finally {
    server.close()
    await rm(folder, { recursive: true })
  }
}

test('a certificate that only the system vouches for is trusted, at the first call', async () => {
  expect(await callWith(selfSignedCertificate.cert)).toEqual({ said: '200\n200', requests: 2 })
})

test('one that nobody vouches for is not', async () => {
  expect(await callWith('')).toEqual({ said: 'certificate no\ncertificate no', requests: 0 })
})
