/** Programs of the tests that come from npm: a folder in the project with package.json and package-lock.json, laid out once in the cache. */
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillOnce, say } from './cache-folder.mjs'
import { npm, root } from './commands.ts'

const FILES = ['package.json', 'package-lock.json']

/** The node_modules folder of a recipe. Another recipe is another folder: what older versions of the project use stays as it is. */
export async function layOutRecipe({ recipe, prefix, remark }: { readonly recipe: string; readonly prefix: string; readonly remark: string }): Promise<string> {
  const from = join(root, recipe)
  const content = createHash('sha256')
  for (const file of FILES) content.update(readFileSync(join(from, file)))
  const folder = await fillOnce(`${prefix}-${content.digest('hex').slice(0, 12)}`, (work) => {
    say(remark)
    for (const file of FILES) copyFileSync(join(from, file), join(work, file))
    npm(['ci', '--ignore-scripts'], work)
  })
  return join(folder, 'node_modules')
}
