/**
 * Real servers for the tests, laid out once in the cache folder: a Bluesky PDS, an OpenID provider and an S3 server (npm) and a WordPress (zips inside npm packages, run by
 * Debian's PHP with WordPress's SQLite drop-in). They are never started here: the tests start them, on loopback, in folders of their own.
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { fillOnce, say } from './cache-folder.mjs'
import { fetchTarball, isInstalled, outputOf, type Environment } from './commands.ts'
import { layOutRecipe } from './npm-recipe.ts'
import { bringSystemPackages } from './system-packages.ts'
import { unzip } from './unzip.ts'

/** The node_modules folder with @atproto/pds, @atproto/api and @did-plc/server. */
const layOutBluesky = (): Promise<string> =>
  layOutRecipe({ recipe: 'tests/servers/bluesky', prefix: 'test-servers', remark: 'fetching the Bluesky server of the tests from npm, once: about 400 MB unpacked' })

/** The node_modules folder with oidc-provider. */
const layOutOpenId = (): Promise<string> => layOutRecipe({ recipe: 'tests/servers/openid', prefix: 'test-openid', remark: 'fetching the OpenID provider of the tests from npm, once: about 4 MB' })

/** The node_modules folder with s3rver. */
const layOutS3 = (): Promise<string> => layOutRecipe({ recipe: 'tests/servers/s3', prefix: 'test-s3', remark: 'fetching the S3 server of the tests from npm, once: about 14 MB' })

/** 6.6-RC3 is in it, as wp-beta.zip: the newest whole WordPress in npm. */
const WORDPRESS = {
  name: '@wp-playground/wordpress-builds',
  version: '0.9.19',
  integrity: 'sha512-dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw=='
}
const SQLITE_DROP_IN = {
  name: '@wp-playground/cli',
  version: '3.1.56',
  integrity: 'sha512-JTxl6djPEM2YRYz/w+BUoyoCvhSGHIjqMi4fMV1b8o1UPNvZatLaS7opo57UsrVElXrfdZwvi6IuyS4LswUx9Q=='
}
const PLUGIN = 'sqlite-database-integration'

/** One zip out of an npm package, unpacked. */
function unpackFrom(tarball: string, zip: string, download: string, folder: string): void {
  outputOf('tar', ['-xzf', tarball, '-C', download, `package/${zip}`])
  unzip(join(download, 'package', zip), folder)
}

function fillWordpress(folder: string): void {
  const download = mkdtempSync(join(tmpdir(), 'vigie-wordpress-'))
  try {
    unpackFrom(fetchTarball(WORDPRESS, download), 'src/wordpress/wp-beta.zip', download, folder)
    const plugins = join(folder, 'wp-content/plugins')
    unpackFrom(fetchTarball(SQLITE_DROP_IN, download), `${PLUGIN}.zip`, download, plugins)
    const plugin = join(plugins, PLUGIN)
    renameSync(join(plugins, `plugin-${PLUGIN}`), plugin)
    const dropIn = readFileSync(join(plugin, 'db.copy'), 'utf8')
      .replace("'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'", `__DIR__ . '/plugins/${PLUGIN}'`)
      .replace('{SQLITE_PLUGIN}', `${PLUGIN}/load.php`)
    writeFileSync(join(folder, 'wp-content/db.php'), dropIn)
    for (const name of ['uploads', 'database', 'mu-plugins']) mkdirSync(join(folder, 'wp-content', name), { recursive: true })
    rmSync(join(folder, 'wp-config.php'), { force: true }) // each test writes its own, with its port
  } finally {
    rmSync(download, { recursive: true, force: true })
  }
}

/** A WordPress folder to copy for each test: no wp-config.php and no database yet. */
function layOutWordpress(): Promise<string> {
  return fillOnce(`test-wordpress-${WORDPRESS.version}-${SQLITE_DROP_IN.version}`, (work) => {
    say('fetching the WordPress of the tests from npm, once: about 160 MB')
    fillWordpress(work)
  })
}

const PHP_MODULES = ['sqlite3', 'xml', 'mbstring']

/** Undefined when PHP can run WordPress (now), else what to do. */
function bringPhp(): string | undefined {
  const modules = isInstalled('php') ? spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout.toLowerCase().split('\n') : []
  return bringSystemPackages({ commands: ['php'], others: PHP_MODULES.filter((name) => !modules.includes(name)).map((name) => `php ${name}`) })
}

async function layOut(): Promise<Environment> {
  const complaint = bringPhp()
  if (complaint !== undefined) say(`the tests against a real WordPress are skipped; ${complaint}`)
  const env: Environment = { VIGIE_TEST_PDS_MODULES: await layOutBluesky(), VIGIE_TEST_OPENID_MODULES: await layOutOpenId(), VIGIE_TEST_S3_MODULES: await layOutS3() }
  return complaint === undefined ? { ...env, VIGIE_TEST_WORDPRESS: await layOutWordpress() } : env
}

let laidOut: Promise<Environment> | undefined

/** What the servers' tests find in their environment. A server that cannot be had is left out, and its tests are skipped. */
export function layOutTestServers(): Promise<Environment> {
  laidOut ??= layOut()
  return laidOut
}
