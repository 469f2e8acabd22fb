import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import { ledgerRows, type LedgerTexts } from '../../../renderer/features/queue/csv/ledger-rows.ts'
import { writeCsv } from '../../../renderer/features/queue/csv/write-csv.ts'
import { english, french } from '../../../renderer/language/catalogues.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Job } from '../../../shared/outbox/job.ts'

describe('writeCsv', () => {
  test('quotes what would break a cell, and ends each line', () => {
    expect(writeCsv([['a', 'b, c', 'say "hi"', 'two\nlines']], ',')).toBe('\uFEFFa,"b, c","say ""hi""","two\nlines"\r\n')
    expect(writeCsv([['a;b', 'c,d']], ';')).toBe('\uFEFF"a;b";c,d\r\n')
  })

  test.each(['=HYPERLINK("http://evil.example")', '+1', '-1', '@handle', '\tx'])('%s is no formula', (cell) => {
    expect(writeCsv([[cell]], ',').slice(1).replace(/^"/, '').startsWith("'")).toBe(true)
  })
})

const job: Job = {
  id: 'j', kind: 'publish_post', state: 'failed', accountId: 'a', postId: 'p', conversationId: null, excerpt: 'High tide', dueAt: Date.UTC(2026, 10, 21, 9), nextAttemptAt: null, attempts: 2,
  failure: studioError('rejected', '', { details: { reason: 'too long' } }), handOver: null, remoteUrl: null, cancelReason: null, createdAt: Date.UTC(2026, 10, 21, 8), finishedAt: null
}

test.each([['en', english, 'It did not go out.'], ['fr', french, 'Elle n’est pas partie.']] as const)('in %s a row says what the page says, with the hours of the client', async (language, catalogue, happened) => {
  const texts = createInstance()
  await texts.init({ lng: language, resources: { [language]: catalogue }, interpolation: { escapeValue: false } })
  const t: LedgerTexts = texts.getFixedT(language, ['ledger', 'queue', 'components', 'errors', 'reasons'])
  const [heads, row] = ledgerRows({ jobs: [job], accounts: [], timeZone: 'Europe/Paris' }, t)
  expect(heads).toHaveLength(row!.length)
  expect(heads![0]).toContain('Europe/Paris')
  expect(row).toEqual(expect.arrayContaining(['2026-11-21 09:00', '2026-11-21 10:00', 'High tide', happened, expect.stringContaining('too long'), '2']))
})
