import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRecordAddress } from '../../electron/engine/networks/bluesky/bluesky-mapping.ts'
import { isHandle } from '../../shared/text/find-entities.ts'
import { ask, type DataSet } from './data-set.ts'

/** The AT Protocol's lists of what is and is not well formed; `folder` holds *_syntax_valid.txt and *_syntax_invalid.txt. */
export function blueskySets(folder: string): readonly DataSet[] {
  const linesOf = (name: string): readonly string[] => readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const addresses = linesOf('aturi_syntax_valid.txt')
  // What the network answers with and Vigie keeps: an account by its number, a collection, a record.
  const complete = addresses.filter((address) => /^at:\/\/did:[^/]+\/[^/]+\/[^/#]+$/.test(address))
  const partial = { what: 'addresses of an account or a collection, by name, or with a part of a record', count: addresses.length - complete.length, reason: 'the network never gives them for a record, and Vigie reads no others' }
  return [
    {
      set: 'bluesky handles',
      cases: [...linesOf('handle_syntax_valid.txt').map((handle) => ask(handle, true, () => isHandle(handle))), ...linesOf('handle_syntax_invalid.txt').map((handle) => ask(`not ${handle}`, false, () => isHandle(handle)))],
      excluded: []
    },
    { set: 'bluesky record addresses', cases: complete.map((address) => ask(address, true, () => parseRecordAddress(address) !== null)), excluded: [partial] }
  ]
}
