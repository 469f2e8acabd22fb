import { expect, test } from 'vitest'
import { assistedNetworks, shareAddress } from '../../../shared/networks/assisted-networks.ts'

const on = (id: string): { remoteId: string } => ({ remoteId: `${id}:host:@a` })

test('a share link bears the words, whatever stands in them', () => {
  expect(shareAddress(on('x_by_hand'), 'Été & $& 100 % #1\nhttps://a.fr/?b=c')).toBe(`https://x.com/intent/tweet?text=${encodeURIComponent('Été & $& 100 % #1\nhttps://a.fr/?b=c')}`)
  expect(shareAddress(on('threads'), 'Bonjour')).toBe('https://www.threads.com/intent/post?text=Bonjour')
})

test('one that wants an address takes the first of the text, without what ends the sentence', () => {
  expect(shareAddress(on('linkedin'), 'À lire (https://a.fr/b?c=1). Et https://d.fr')).toBe(`https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent('https://a.fr/b?c=1')}`)
  expect(shareAddress(on('linkedin'), 'Sans adresse')).toBeNull()
})

test('where there is none, nothing is made up', () => {
  for (const id of ['snapchat', 'myspace', 'own']) expect(shareAddress(on(id), 'Bonjour https://a.fr')).toBeNull()
})

test('each is named once, led to by https, and says where its rule was read', () => {
  expect(new Set(assistedNetworks.map(({ id }) => id)).size).toBe(assistedNetworks.length)
  for (const { address, share, source, id } of assistedNetworks) expect([address, share ?? address, source].every((each) => each.startsWith('https://')), id).toBe(true)
})
