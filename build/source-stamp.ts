// Answers "has anything changed since the last build?" without loading Vite, so that a warm start pays a few milliseconds.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** All files below a folder, in a fixed order; the path itself when it is a file; nothing when it does not exist. */
export function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const names = readdirSync(path).toSorted()
  return names.flatMap((name) => filesBelow(join(path, name)))
}

/** A fingerprint of names and contents of everything below `paths` (relative to `root`), and of `extra`. */
export function fingerprint(root: string, paths: readonly string[], extra = ''): string {
  const hash = createHash('sha256').update(extra)
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
