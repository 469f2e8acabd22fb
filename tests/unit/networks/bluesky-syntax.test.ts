import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRecordAddress } from '../../../electron/engine/networks/bluesky/bluesky-mapping.ts'
import { isHandle } from '../../../shared/text/find-entities.ts'
import { sharedFolder } from '../../support/shared-folder.ts'

const folder = join(sharedFolder, 'conformance/bluesky/interop-test-files/syntax')
const linesOf = (name: string): string[] => readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))

describe.skipIf(!existsSync(folder))("the network's own syntax files", () => {
  it('handles', () => {
    expect(linesOf('handle_syntax_valid.txt').filter((handle) => !isHandle(handle))).toEqual([])
    expect(linesOf('handle_syntax_invalid.txt').filter((handle) => isHandle(handle))).toEqual([])
  })

  it('addresses of records', () => {
    const complete = linesOf('aturi_syntax_valid.txt').filter((uri) => /^at:\/\/did:[^/]+\/[^/]+\/[^/#]+$/.test(uri))
    expect(complete.length).toBeGreaterThan(3)
    expect(complete.filter((uri) => parseRecordAddress(uri) === null)).toEqual([])
  })
})
