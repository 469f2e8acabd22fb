import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

// As Excel writes it in France: semicolons, Windows letters.
const table = Buffer.from('Prénom;Nom;Instagram;X;Site web\r\nMarguerite;Vidal;;mvidal;\r\nYann;Kermarrec;@yann.k;;https://piaille.fr/@yann\r\nÉloïse;Martin;;;\r\n;;@personne;;\r\nZoé;Bihan;;pas un nom;https://t.me/zoebihan\r\n', 'latin1')
const cards = Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Quay\r\nX-SOCIALPROFILE;type=twitter:http\\://twitter.com/tomquay\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Cut')

test('contacts come from a table with what is known said, are kept by the keyboard, and taken back, in French', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  await studio.engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
  await studio.engine.ask('people.save', { workspaceId, person: { id: studio.engine.random.id(), name: 'Marguerite Vidal', handles: { bluesky: 'marguerite.bsky.social', x: 'mvidal' } } })
  const kept = async () => (await studio.engine.ask('people.list', { workspaceId })).people.map(({ name }) => name).toSorted()
  await studio.open(`#/w/${workspaceId}/settings`)
  const list = page.getByRole('region', { name: 'Personnes gardées pour les mentions' })
  const picker = list.locator('input[type=file]')

  await picker.setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: table })
  const dialog = page.getByRole('dialog', { name: 'Contacts de contacts.csv' })
  await expect(dialog.getByText('4 personnes dans le fichier, dont 3 pas encore dans la liste.')).toBeVisible()
  const people = dialog.getByRole('list', { name: 'Personnes du fichier' })
  await expect(people.getByRole('checkbox', { name: /Marguerite Vidal.*Déjà dans la liste/ })).toBeDisabled()
  await expect(people.getByRole('checkbox', { name: /Yann Kermarrec.*Mastodon.*@yann@piaille\.fr.*Instagram.*@yann\.k/ })).toBeChecked()
  await expect(people.getByRole('checkbox', { name: /Éloïse Martin.*Aucun nom sur un réseau/ })).not.toBeChecked()
  await expect(dialog.getByRole('region', { name: '2 endroits non lus' })).toContainText('Ligne 5 : aucun nom (« @personne »)')
  await expect(dialog.getByRole('region', { name: '2 endroits non lus' })).toContainText('Ligne 6')
  await expectAccessible(page, 'contacts of a file, fr, dark')

  // The one for all has the focus; two on is Yann.
  await expect(dialog.getByRole('checkbox', { name: 'Toutes celles qui apportent du nouveau' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('status')).toHaveText('1 personne choisie')
  await expect(dialog.getByRole('checkbox', { name: 'Toutes celles qui apportent du nouveau' })).toHaveAttribute('aria-checked', 'mixed')
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Garder ces personnes' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(list.getByRole('row', { name: /Yann Kermarrec/ })).toContainText('@yann@piaille.fr')
  expect(await kept()).toEqual(['Marguerite Vidal', 'Yann Kermarrec', 'Zoé Bihan'])

  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(list.getByRole('row', { name: /Yann Kermarrec/ })).toBeHidden()
  expect(await kept()).toEqual(['Marguerite Vidal'])

  // Mended and chosen again.
  await picker.setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: table })
  await dialog.getByRole('button', { name: 'Garder ces personnes' }).click()
  await picker.setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: table })
  await expect(dialog.getByText('dont 1 pas encore dans la liste')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Garder ces personnes' })).toBeDisabled()
})

test('vCards come in, a file that is none says so, and a long list is found through, in English', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/settings`)
  const list = page.getByRole('region', { name: 'People kept for mentions' })
  const picker = list.locator('input[type=file]')
  await picker.setInputFiles({ name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 \u0000') })
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('invoice.pdf is not a list of contacts that Vigie can read.')).toBeVisible()
  await expect(page.getByRole('dialog', { name: /invoice/ })).toBeHidden()

  await picker.setInputFiles({ name: 'contacts.vcf', mimeType: 'text/vcard', buffer: cards })
  const dialog = page.getByRole('dialog', { name: 'Contacts in contacts.vcf' })
  await expect(dialog.getByRole('region', { name: 'Not read: 1 place' })).toContainText('Line 6: the card ends in the middle (“Cut”)')
  await expectAccessible(page, 'contacts of vCards, en, light')
  await dialog.getByRole('button', { name: 'Keep them' }).click()
  await expect(list.getByRole('row', { name: /Tom Quay/ })).toContainText('@tomquay')

  const many = ['Name,X', ...Array.from({ length: 240 }, (_each, place) => `Person ${place},p${place}`)].join('\n')
  await picker.setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(many) })
  const long = page.getByRole('dialog', { name: 'Contacts in many.csv' })
  await expect(long.getByRole('listitem')).toHaveCount(100)
  await long.getByRole('button', { name: 'Show 100 more' }).click()
  await expect(long.getByRole('listitem')).toHaveCount(200)
  await long.getByRole('button', { name: 'Keep them' }).click()
  await expect(list.getByText('100 of 241 are shown')).toBeVisible()
  await list.getByRole('searchbox').fill('person 239')
  await expect(list.getByRole('row', { name: /Person 239/ })).toBeVisible()
  await expect(list.getByRole('row', { name: /Person 1\b/ })).toBeHidden()
})
