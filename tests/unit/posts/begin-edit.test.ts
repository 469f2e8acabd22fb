import { expect, it } from 'vitest'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { beginEdit } from '../../../shared/published/begin-edit.ts'
import { saysWanted } from '../../../shared/published/words-there.ts'

const sent = { title: 'Menu', text: 'Bonjour', document: textToDocument('Bonjour') }

it('begins with what was sent, where the network shows that or nothing', () => {
  expect(beginEdit(sent, null, true)).toMatchObject({ isOtherThere: false, begin: sent, seen: null })
  expect(beginEdit(sent, { title: 'Menu', text: 'Bonjour', form: 'as_sent' }, true)).toMatchObject({ isOtherThere: false, isFormattedThere: false, begin: { title: 'Menu', document: sent.document }, seen: { title: 'Menu', text: 'Bonjour' } })
})

it('begins with what somebody wrote there, and with the title that somebody gave it', () => {
  expect(beginEdit(sent, { title: 'Menu', text: 'Bonsoir' }, true)).toMatchObject({ isOtherThere: true, begin: { title: 'Menu', document: textToDocument('Bonsoir') }, before: 'Bonjour', after: 'Bonsoir' })
  expect(beginEdit(sent, { title: 'Carte', text: 'Bonjour' }, true)).toMatchObject({ isOtherThere: true, begin: { title: 'Carte', document: sent.document }, before: 'Menu\n\nBonjour', after: 'Carte\n\nBonjour' })
  expect(beginEdit(sent, { title: 'Carte', text: 'Bonjour' }, false)).toMatchObject({ isOtherThere: false, begin: { title: 'Menu' } })
})

it('takes the same words without their form for a change, and another form for one that is left alone', () => {
  expect(beginEdit(sent, { text: 'Bonjour', form: 'plain' }, true)).toMatchObject({ isOtherThere: true, isFormattedThere: false })
  expect(beginEdit(sent, { text: 'Bonjour', form: 'other' }, true).isFormattedThere).toBe(true)
})

it('takes the same words in another form for something that has still to be written', () => {
  const says = (form: 'as_sent' | 'plain' | 'other'): boolean => saysWanted({ text: 'Bonjour', form }, sent, false)
  expect([says('as_sent'), says('plain'), says('other')]).toEqual([true, false, false])
})
