import { describe, expect, it } from 'vitest'
import { mostContacts } from '../../../shared/people/contacts/contact.ts'
import { handleFromAddress, handleOn, networkNamed } from '../../../shared/people/contacts/handle-from-address.ts'
import { readContacts } from '../../../shared/people/contacts/read-contacts.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'))
const peopleIn = (text: string): unknown => readContacts(utf8(text))?.people.map(({ name, handles }) => [name, handles])

describe('the address of a page', () => {
  it.each([
    ['https://www.instagram.com/atelier.marees/', { instagram: 'atelier.marees' }],
    ['twitter.com/atelier?s=20', { x: 'atelier' }],
    ['https://bsky.app/profile/atelier.bsky.social', { bluesky: 'atelier.bsky.social' }],
    ['https://piaille.fr/@atelier', { mastodon: 'atelier@piaille.fr' }],
    ['https://mamot.fr/web/@atelier@piaille.fr', { mastodon: 'atelier@piaille.fr' }],
    ['https://www.threads.net/@atelier', { threads: 'atelier' }],
    ['https://www.youtube.com/@atelier-marees', { youtube: 'atelier-marees' }],
    ['https%3A//t.me/atelier', { telegram: 'atelier' }],
    ['https://exemple.fr/', null],
    ['https://medium.com/@atelier', null],
    ['https://instagram.com/explore', null],
    ['instagram.com/p/Cxyz/', null],
    ['https://x.com/intent/tweet', null],
    ['50 % of something', null]
  ])('%s', (address, handles) => expect(handleFromAddress(address)).toEqual(handles))

  it('or a name beside the network’s', () => {
    expect(['Twitter handle', 'Compte Instagram', 'X (Twitter)', 'Bluesky', 'LinkedIn', 'Mastodon URL'].map(networkNamed)).toEqual(['x', 'instagram', 'x', 'bluesky', null, 'mastodon'])
    expect(handleOn('telegram', 'x-apple:tomquay')).toEqual({ telegram: 'tomquay' })
    expect(handleOn('mastodon', '@tom@mastodon.social')).toEqual({ mastodon: 'tom@mastodon.social' })
    // A server is part of a name there: without one it may be somebody else.
    expect(handleOn('mastodon', '@tom')).toBeNull()
    expect(handleOn('bluesky', 'tom')).toBeNull()
    expect(handleOn('x', 'Tom Quay')).toBeNull()
  })
})

describe('a table of contacts', () => {
  it('by Excel: semicolons, Windows letters, quotation marks with line ends', () => {
    expect(readContacts(latin1('Prénom;Nom;Instagram;Site web\r\nÉlodie;Martin;@elodie;\r\n"Jean ""JJ""\r\nMarie";Le Goff;;https://x.com/jj\r\n;;@personne;\r\nPaul;;pas un nom;'))).toEqual({
      kind: 'csv',
      people: [{ line: 2, name: 'Élodie Martin', handles: { instagram: 'elodie' } }, { line: 3, name: 'Jean "JJ" Marie Le Goff', handles: { x: 'jj' } }, { line: 6, name: 'Paul', handles: {} }],
      left: [{ line: 5, reason: 'no_name', text: '@personne' }, { line: 6, reason: 'handle_unreadable', text: 'pas un nom' }]
    })
    expect(readContacts(utf8('sep=|\r\nNom|X\r\nAnna|anna\r\n'))?.people).toEqual([{ line: 3, name: 'Anna', handles: { x: 'anna' } }])
  })

  it('by Google, Outlook and LinkedIn, with the mark of UTF-8, in UTF-16 with and without one', () => {
    expect(peopleIn('\uFEFFFirst Name,Middle Name,Last Name,Organization Name,Website 1 - Label,Website 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value\nTom,,Quay,,,https://mastodon.social/@tom,* Instagram,tom.quay\n,,,Harbour Ltd,,,,\n')).toEqual([['Tom Quay', { mastodon: 'tom@mastodon.social', instagram: 'tom.quay' }], ['Harbour Ltd', {}]])
    const outlook = 'First Name\tLast Name\tWeb Page\nZoé\tQuay\thttps://t.me/tomquay\n'
    for (const bytes of [utf16(`\uFEFF${outlook}`), utf16(outlook), Uint8Array.from(Buffer.from(`\uFEFF${outlook}`, 'utf16le').swap16())]) expect(readContacts(bytes)?.people).toEqual([{ line: 2, name: 'Zoé Quay', handles: { telegram: 'tomquay' } }])
    expect(readContacts(utf8('Notes:\n"When exporting your data, you may notice\nthat some are missing."\n\nFirst Name,Last Name,URL,Company\nTom,Quay,https://www.linkedin.com/in/tom,Harbour\n'))?.people).toEqual([{ line: 6, name: 'Tom Quay', handles: {} }])
  })

  it('says where a quotation mark is never closed, and keeps what stands before', () => {
    expect(readContacts(utf8('Name,X\nTom,tom\n"Anna,anna\nPaul,paul\n'))).toEqual({ kind: 'csv', people: [{ line: 2, name: 'Tom', handles: { x: 'tom' } }], left: [{ line: 3, reason: 'open_quote', text: '' }] })
  })

  it('names each person once, with what every line knows', () => {
    expect(peopleIn('Name,Instagram,X\nTom,tom,\nTom Quay,TOM,tomq\nAnna,,\nanna,,\nJean Martin,jm1,\nJean Martin,jm2,\n')).toEqual([['Tom', { instagram: 'tom', x: 'tomq' }], ['Anna', {}], ['Jean Martin', { instagram: 'jm1' }], ['Jean Martin', { instagram: 'jm2' }]])
  })

  it('ends at five thousand people, and says from which line on', () => {
    const read = readContacts(utf8(`Name,X\n${Array.from({ length: mostContacts + 2 }, (_each, place) => `Person ${place},p${place}`).join('\n')}`))
    expect(read?.people).toHaveLength(mostContacts)
    expect(read?.left).toEqual([{ line: mostContacts + 2, reason: 'too_many', text: `Person ${mostContacts}` }])
  })

  it.each(['a,b\n1,2', '', 'Bonjour à tous', '%PDF-1.7\n\u0000', 'PK\u0003\u0004\u0000\u0000Name,X', '{"name":"Tom"}', '\uFEFF'])('is not made of %j', (text) => expect(readContacts(utf8(text))).toBeNull())
})

describe('vCards', () => {
  it('of versions 3.0 and 4.0: folded lines, escapes, social profiles, a card that is cut off', () => {
    const cards = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Élodie\\, dite Lo\r\n die\r\nitem1.X-SOCIALPROFILE;type=twitter;x-user=elodie:http\\://twitter.com/elodie\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nN:Quay\\; Jr;Tom;;;\r\nSOCIALPROFILE;SERVICE-TYPE=Mastodon:https://mastodon.social/@tom\r\nX-INSTAGRAM:@tom.quay\r\nIMPP;PREF=1:telegram:tomquay\r\nURL:https://bsky.app/profile/tom.example\r\nX-SOCIALPROFILE;type=X:no name\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nEMAIL:a@b.example\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Coupée'
    expect(readContacts(utf8(cards))).toEqual({
      kind: 'vcard',
      people: [{ line: 1, name: 'Élodie, dite Lodie', handles: { x: 'elodie' } }, { line: 7, name: 'Tom Quay; Jr', handles: { mastodon: 'tom@mastodon.social', instagram: 'tom.quay', telegram: 'tomquay', bluesky: 'tom.example' } }],
      left: [{ line: 14, reason: 'handle_unreadable', text: 'no name' }, { line: 16, reason: 'no_name', text: 'a@b.example' }, { line: 20, reason: 'cut_off', text: 'Coupée' }]
    })
  })

  it('of version 2.1: quoted-printable over several lines, in letters of its own, with an agent’s card within', () => {
    const card = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Lef=E8vre;Am=E9=\r\nlie\r\nURL;HOME;QUOTED-PRINTABLE:https://x.com/am=65lie\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nN:Agent;Paul\r\nEND:VCARD\r\nX-TWITTER:amelie2\r\nEND:VCARD\r\n'
    expect(peopleIn(card)).toEqual([['Paul Agent', {}], ['Amélie Lefèvre', { x: 'amelie' }]])
    expect(peopleIn('BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:Zo=C3=A9 =F0=9F=8C=99\nEND:VCARD')).toEqual([['Zoé 🌙', {}]])
  })

  it('with photographs are read without them, and lists of people are not people', () => {
    const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${Array.from({ length: 20_000 }, () => 'A'.repeat(74)).join('\r\n ')}`
    const read = readContacts(utf8(`BEGIN:VCARD\r\nFN:Tom\r\n${photo}\r\nX-SOCIALPROFILE;X-USER=tom;TYPE=instagram:x-apple:tom\r\nEND:VCARD\r\nBEGIN:VCARD\r\nX-ADDRESSBOOKSERVER-KIND:group\r\nFN:Presse\r\nEND:VCARD`))
    expect(read?.people).toMatchObject([{ name: 'Tom', handles: { instagram: 'tom' } }])
    expect(read?.left).toMatchObject([{ reason: 'group', text: 'Presse' }])
  })
})
