/**
 * A whole Bluesky network on loopback: directory, PDS, the real AppView with its databases, moderation; and beside them the small AppView and
 * chat of our own that the everyday tests use, over the same PDS, so that the two AppViews can be compared.
 * Runs as a child process: `node network-server.mjs`, with VIGIE_TEST_APPVIEW_MODULES naming a node_modules folder with @atproto/dev-env, and
 * VIGIE_TEST_POSTGRES the folder of PostgreSQL's programs. Prints one line of JSON when ready; ends with SIGTERM or when its stdin closes.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startFakeServices } from '../../servers/bluesky/fake-services.mjs'
import { endWith, listenOnLoopback } from '../../servers/bluesky/loopback-server.mjs'
import { registerServices } from '../../servers/bluesky/register-services.mjs'
import { startDatabases } from './databases.mjs'

listenOnLoopback()
const folder = mkdtempSync(join(tmpdir(), 'vigie-appview-'))
// However it ends, also when the AppView misses its databases before its end.
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
const closers = []
// The network closes slowly; nothing of it is kept, and its databases end at once.
endWith(async () => {
  for (const close of closers.toReversed()) await Promise.resolve(close()).catch(() => undefined)
}, 4000)

const databases = await startDatabases(folder)
closers.push(() => databases.stop())
process.env.REDIS_HOST = databases.redisHost
// The PDS makes its folders there.
process.env.TMPDIR = join(folder, 'pds')
mkdirSync(process.env.TMPDIR)

const require = createRequire(join(process.env.VIGIE_TEST_APPVIEW_MODULES, 'package.json'))
const load = (name) => import(pathToFileURL(require.resolve(name)).href)
const { TestNetwork } = await load('@atproto/dev-env')
const { Secp256k1Keypair } = await load('@atproto/crypto')
const { Client: PlcClient } = require('@did-plc/lib')

const network = await TestNetwork.create({ dbPostgresUrl: databases.postgresUrl, dbPostgresSchema: 'vigie', pds: { hostname: 'localhost' } })
const services = await startFakeServices(network.pds.url)
closers.push(() => services.close())
const fake = await registerServices({ PlcClient, Secp256k1Keypair, plcUrl: network.plc.url, endpoint: services.url })
console.log(
  JSON.stringify({ url: network.pds.url, servicesUrl: services.url, appViewDid: `${network.bsky.serverDid}#bsky_appview`, fakeAppViewDid: fake.appViewDid, chatDid: fake.chatDid })
)
