import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findApprovalAnswer, type ApprovalAnswer } from '../../../shared/approval/approval-answer.ts'

const answer: ApprovalAnswer = {
  vigie: 'approval-answer',
  version: 1,
  packId: randomUUID(),
  by: 'Claire {direction}',
  answers: [{ postId: randomUUID(), contentHash: 'a'.repeat(64), answer: 'no', comment: 'Pas « samedi », mais dimanche\u202f: voyez le calendrier {de la salle} que je vous ai envoyé hier au soir, "page 2".' }]
}
const saved = JSON.stringify(answer, null, 1)

describe('the client’s answer', () => {
  it.each([
    ['as it was saved', saved],
    ['on one line', JSON.stringify(answer)],
    ['in a mail with braces and quotation marks around it', `Bonjour {prénom} !\n"Voici" :\n${saved}\n-- \n{Claire} "la patronne"`],
    ['quoted', saved.replaceAll(/^/gm, '> ')],
    ['quoted twice', saved.replaceAll(/^/gm, '>> ')],
    ['indented by no-break spaces', saved.replaceAll(/^ +/gm, (spaces) => '\u00A0'.repeat(spaces.length))],
    ['broken into lines by a mail program', saved.replaceAll(/(.{40,60}) /g, '$1\n')],
    ['broken and quoted', saved.replaceAll(/(.{40,60}) /g, '$1\r\n').replaceAll(/^/gm, '> ')],
    ['behind something else of that name', `{"vigie": 1} ${saved}`]
  ])('is found %s', (_what, text) => {
    expect(findApprovalAnswer(text)).toEqual(answer)
  })

  it('says nothing where it says yes and no to the same post, or is cut off', () => {
    const [one] = answer.answers
    expect(findApprovalAnswer(JSON.stringify({ ...answer, answers: [one, { ...one, answer: 'yes' }] }))).toBeNull()
    expect(findApprovalAnswer(saved.slice(0, -2))).toBeNull()
    expect(findApprovalAnswer('"vigie"')).toBeNull()
  })

  it('is never made of anything else, and takes no time to look for', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('{', '}', '"', '\\', '"vigie"', ':', '1', ' ', '\n'), { maxLength: 200 }), (pieces) => {
      expect(findApprovalAnswer(pieces.join(''))).toBeNull()
    }))
    const started = performance.now()
    expect(findApprovalAnswer('{"vigie"'.repeat(60_000))).toBeNull()
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
