import { expect, test } from 'vitest'
import { compareWithReality, isAsSent, type Sent } from '../../../shared/reality/compare-with-reality.ts'

const card = { url: 'https://lune.example/', title: 'La lune', description: 'Tout sur elle' }
const sent: Sent = { title: '', text: 'Bonjour à tous', media: [{ altText: 'Une tasse' }, { altText: '' }], card: null }

test('the same words, pictures and descriptions are as sent, whatever became of white space', () => {
  const comparison = compareWithReality(sent, { text: 'Bonjour\u00a0à  tous\n', media: [{ kind: 'picture', altText: 'Une tasse' }, { kind: 'picture', altText: '' }], card: null })
  expect(comparison).toEqual({ title: null, text: { verdict: 'exact' }, teaser: null, mediaCount: { verdict: 'exact', sent: 2, there: 2 }, altTexts: [{ verdict: 'exact' }, { verdict: 'exact' }], card: null })
  expect(isAsSent(comparison)).toBe(true)
})

test('what differs is marked word by word', () => {
  const { text, altTexts, mediaCount } = compareWithReality(sent, { text: 'Bonjour tous', media: [{ kind: 'picture', altText: 'Un bol' }] })
  expect(text).toEqual({ verdict: 'changed', pieces: [{ kind: 'same', text: 'Bonjour ' }, { kind: 'removed', text: 'à ' }, { kind: 'same', text: 'tous' }] })
  expect(mediaCount).toEqual({ verdict: 'changed', sent: 2, there: 1 })
  expect(altTexts.map(({ verdict }) => verdict)).toEqual(['changed'])
})

test('what the network keeps for itself is never called empty', () => {
  const comparison = compareWithReality({ ...sent, title: 'Titre', card }, { text: sent.text, media: [{ kind: 'other' }, { kind: 'other' }] })
  expect(comparison).toMatchObject({ title: { verdict: 'not_told' }, altTexts: [{ verdict: 'not_told' }, { verdict: 'not_told' }], card: { verdict: 'not_told' } })
  expect(isAsSent(comparison)).toBe(true)
  expect(compareWithReality(sent, { text: sent.text })).toMatchObject({ mediaCount: { verdict: 'not_told', there: null }, altTexts: [], card: null })
})

test('a text that the network gives back in its own form is held against what was sent in that form', () => {
  expect(compareWithReality({ ...sent, text: '• un' }, { text: '* un', textAsSent: '* un' }).text).toEqual({ verdict: 'exact' })
})

test('a card is as sent, another one, gone, or made by the network', () => {
  const verdict = (of: Sent['card'], there: Parameters<typeof compareWithReality>[1]['card']): unknown => compareWithReality({ ...sent, card: of }, { text: sent.text, card: there }).card?.verdict
  expect(verdict(card, card)).toBe('exact')
  expect(verdict(card, { ...card, title: 'Le soleil' })).toBe('changed')
  expect(verdict(card, null)).toBe('changed')
  expect(verdict(null, card)).toBe('made_there')
  expect(verdict(null, null)).toBeUndefined()
})
