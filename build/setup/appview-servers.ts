/**
 * What `npm run appview` stands on, laid out once: Bluesky's own test network from npm, PostgreSQL and Redis from the system. Nothing is
 * started here: the tests do that, on loopback, in folders of their own.
 */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isInstalled, outputOf, pathOf, type Environment } from './commands.ts'
import { layOutRecipe } from './npm-recipe.ts'
import { requireSystemPackages } from './system-packages.ts'

/** Where Debian and Ubuntu keep PostgreSQL's programs, a folder for each version; few of them are on the path. */
const DEBIAN = '/usr/lib/postgresql'

/** The folder with `initdb` and `postgres`, the newest where there are several. */
function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : []
  const onPath = pathOf('initdb')
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(onPath === undefined ? [] : [dirname(outputOf('realpath', [onPath]).trim())])]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))))
}

/** What the tests against the real AppView find in their environment. Throws, with the command that helps, where something cannot be had. */
export async function layOutAppView(): Promise<Environment> {
  requireSystemPackages({ commands: ['redis-server'], others: findPostgres() === undefined ? ['postgres'] : [] })
  const postgres = findPostgres()
  if (postgres === undefined || !isInstalled('redis-server')) throw new Error('the real AppView needs PostgreSQL and Redis: install both with this system’s package manager')
  const remark = 'fetching a whole Bluesky network for the tests from npm, once: about 480 MB unpacked'
  return { VIGIE_TEST_APPVIEW_MODULES: await layOutRecipe({ recipe: 'tests/appview/network', prefix: 'test-appview', remark }), VIGIE_TEST_POSTGRES: postgres }
}
