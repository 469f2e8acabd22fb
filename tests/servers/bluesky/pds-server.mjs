/**
 * A real Bluesky PDS with its directory (PLC) in memory, and behind it a small AppView and chat service of our own, all on loopback.
 * Runs as a child process: `node pds-server.mjs`, with VIGIE_TEST_PDS_MODULES naming a folder whose node_modules hold @atproto/pds,
 * @did-plc/server, @did-plc/lib and @atproto/crypto. Prints one line of JSON when ready; ends with SIGTERM or when its stdin closes.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startFakeServices } from './fake-services.mjs'
import { endWith, freePort, listenOnLoopback } from './loopback-server.mjs'
import { registerServices } from './register-services.mjs'

listenOnLoopback()
const require = createRequire(join(process.env.VIGIE_TEST_PDS_MODULES, 'package.json'))
const load = (name) => import(pathToFileURL(require.resolve(name)).href)
const secret = () => randomBytes(32).toString('hex')

const plc = require('@did-plc/server')
const { PDS } = await load('@atproto/pds')
const { Secp256k1Keypair } = await load('@atproto/crypto')
const { Client: PlcClient } = require('@did-plc/lib')

const plcPort = await freePort()
const plcServer = plc.PlcServer.create({ db: plc.Database.mock(), port: plcPort })
await plcServer.start()
const plcUrl = `http://localhost:${plcPort}`

const port = await freePort()
const url = `http://localhost:${port}`
const services = await startFakeServices(url)
const dids = await registerServices({ PlcClient, Secp256k1Keypair, plcUrl, endpoint: services.url })

const folder = mkdtempSync(join(tmpdir(), 'vigie-pds-'))
mkdirSync(join(folder, 'data'))
mkdirSync(join(folder, 'blobs'))
const jwtSecret = secret()
const pds = await PDS.fromEnv({
  devMode: true,
  port,
  hostname: 'localhost',
  dataDirectory: join(folder, 'data'),
  blobstoreDiskLocation: join(folder, 'blobs'),
  didPlcUrl: plcUrl,
  plcRotationKeyK256PrivateKeyHex: secret(),
  jwtSecret,
  dpopSecret: secret(),
  adminPassword: secret(),
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  disableSsrfProtection: true
})
await pds.start()
// Time that has passed for the logins of the browser: requests, codes and sessions are that much older.
services.addTest('/test/age', async ({ ms }) => {
  const { db } = pds.ctx.accountManager.db
  const older = (time) => new Date(Date.parse(time) - ms).toISOString()
  for (const { id, expiresAt } of await db.selectFrom('authorization_request').select(['id', 'expiresAt']).execute()) {
    await db.updateTable('authorization_request').set({ expiresAt: older(expiresAt) }).where('id', '=', id).execute()
  }
  for (const { id, createdAt, updatedAt, expiresAt } of await db.selectFrom('token').select(['id', 'createdAt', 'updatedAt', 'expiresAt']).execute()) {
    await db.updateTable('token').set({ createdAt: older(createdAt), updatedAt: older(updatedAt), expiresAt: older(expiresAt) }).where('id', '=', id).execute()
  }
})
console.log(JSON.stringify({ url, plcUrl, servicesUrl: services.url, ...dids, jwtSecret }))

endWith(async () => {
  services.close()
  await pds.destroy().catch(() => undefined)
  await plcServer.destroy().catch(() => undefined)
  rmSync(folder, { recursive: true, force: true })
})
