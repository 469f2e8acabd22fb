import { expect, test } from 'vitest'
import { changesOf, groupByWords, type PartThere } from '../../../renderer/features/published/edit-groups.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { changesTitle } from '../../../shared/published/changes-title.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'

function partOn(networkId: NetworkId, text: string, title = ''): PartThere {
  const account = { id: networkId, networkId, remoteId: networkId, handle: networkId, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } } as unknown as Account
  return { jobId: `job-${networkId}`, account, sent: { accountId: networkId, title, text, document: textToDocument(text), media: [], card: null }, begin: { title, document: textToDocument(text) }, hasTitle: changesTitle(account, undefined), seen: { text }, otherThere: null, isBlind: false }
}
const shown = (parts: readonly PartThere[]) => groupByWords(parts).map((group) => [group.begin.title, group.parts.map(({ account }) => account.id)])

test('accounts with the same words are one text; a title counts where it can be changed', () => {
  expect(shown([partOn('mastodon', 'Un'), partOn('telegram', 'Un'), partOn('discord', 'Deux')])).toEqual([['', ['mastodon', 'telegram']], ['', ['discord']]])
  expect(shown([partOn('mastodon', 'Un', 'Titre'), partOn('wordpress', 'Un', 'Titre'), partOn('discourse', 'Un', 'Autre')])).toEqual([['Titre', ['mastodon', 'wordpress']], ['Autre', ['discourse']]])
})

test('a press sends what was changed on the accounts that are chosen, each by its own bounds', () => {
  const [group] = groupByWords([partOn('mastodon', 'Un'), partOn('telegram', 'Un'), partOn('wordpress', 'Un', 'Titre')])
  const edited = { title: 'Titre', document: textToDocument('Une') }
  const sent = (text = edited, isChosen = (_part: PartThere) => true) => {
    const { toSend, isStopped } = changesOf([{ ...group!, edited: text }], isChosen)
    return [toSend.map(({ part, text: { title } }) => [part.account.id, title]), isStopped]
  }
  expect(sent()).toEqual([[['mastodon', ''], ['telegram', ''], ['wordpress', 'Titre']], false])
  expect(sent(edited, ({ account }) => account.id !== 'telegram')).toEqual([[['mastodon', ''], ['wordpress', 'Titre']], false])
  // Of a title alone those have nothing that have none.
  expect(sent({ title: 'Titres', document: textToDocument('Un') })).toEqual([[['wordpress', 'Titres']], false])
  expect(sent({ title: 'Titre', document: textToDocument('x'.repeat(600)) })).toEqual([[['telegram', ''], ['wordpress', 'Titre']], true])
  expect(sent({ title: 'Titre', document: textToDocument('Un') })).toEqual([[], false])
})
