import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const secret = 'GOCSPX-the-secret-of-the-app'
const accountsUrl = 'https://mybusinessaccountmanagement.googleapis.com/v1/accounts'

/** Google's own side of a login: a person who manages two profiles, and one that is not verified. */
function raiseGoogle({ web }: Studio): void {
  web.set('https://oauth2.googleapis.com/token', ({ body }) => {
    const form = new URLSearchParams(typeof body === 'string' ? body : '')
    if (form.get('client_secret') !== secret) return { status: 401, json: { error: 'invalid_client', error_description: 'The provided client secret is invalid.' } }
    if (form.get('code') !== 'the-code') return { status: 400, json: { error: 'invalid_grant', error_description: 'Malformed auth code.' } }
    return { status: 200, json: { access_token: 'access-of-lea', refresh_token: 'refresh-of-lea', expires_in: 3599, token_type: 'Bearer' } }
  })
  const location = (id: string, title: string, locality: string, hasVoiceOfMerchant = true): object => ({ name: `locations/${id}`, title, storefrontAddress: { addressLines: ['3 Quay Street'], locality }, metadata: hasVoiceOfMerchant ? { hasVoiceOfMerchant } : {} })
  web.set(accountsUrl, () => ({ status: 200, json: { accounts: [{ name: 'accounts/101', accountName: 'Lea Martin' }] } }))
  web.set('https://mybusinessbusinessinformation.googleapis.com/v1/accounts/101/locations', () => ({ status: 200, json: { locations: [location('1', 'Tideline Books', 'Falmouth'), location('2', 'Tideline Café', 'Truro'), location('3', 'Tideline Kiosk', 'Looe', false)] } }))
}

/** One profile, logged in as main does it; gives the account's id. */
async function connectProfile({ engine, web }: Studio, workspaceId: string): Promise<string> {
  await engine.ask('ownApps.save', { workspaceId, networkId: 'google_business', scope: 'workspace', clientId: '4711', clientSecret: secret, redirectUri: '' })
  web.set('https://mybusinessbusinessinformation.googleapis.com/v1/accounts/101/locations', () => ({ status: 200, json: { locations: [{ name: 'locations/1', title: 'Le Comptoir du Port', metadata: { hasVoiceOfMerchant: true } }] } }))
  const loginId = engine.random.id()
  await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'google_business', serverUrl: 'business.google.com', redirectUri: 'http://127.0.0.1:40111/vigie' })
  const login = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!login.ok) throw new Error(login.error.message)
  return login.value.account.id
}

const words = {
  en: { connect: 'Connect an account', network: /A business on Google’s search and maps/, quota: 'Until Google has approved it, it may make no call at all.', form: 'Open Google’s form', id: 'Client ID', secret: 'Client secret', keep: 'Check and keep', wrong: 'Google Business Profile does not know this app: its id or its secret is wrong.', known: 'Google Business Profile knows it.', login: 'Log in with the browser', none: 'Google has not let your project in yet', choose: /This login opens several profiles/, connected: /is connected/ },
  fr: { connect: 'Connecter un compte', network: /La fiche d’un établissement sur la recherche et les cartes de Google/, quota: 'Tant que Google ne l’a pas approuvé, il n’a droit à aucun appel.', form: 'Ouvrir le formulaire de Google', id: '', secret: '', keep: '', wrong: '', known: '', login: '', none: '', choose: /^$/, connected: /^$/ }
}

const picture = async (page: Page, name: string): Promise<unknown> => process.env['VIGIE_PICTURES'] === undefined ? null : page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/google-business-${name}.png`, fullPage: true })

async function openAssistant(studio: Studio, page: Page, workspaceId: string, language: 'en' | 'fr') {
  const said = words[language]
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: said.connect }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: said.network }).click()
  await expect(dialog.getByText(said.quota, { exact: false })).toBeVisible()
  return dialog
}

async function logIn(studio: Studio, page: Page, workspaceId: string) {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: words.en.login }).click()
  await expect(dialog.locator('p', { hasText: 'Waiting for your browser…' })).toBeVisible()
  const loginId = studio.loginIds.at(-1)!
  const begun = await studio.engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'google_business', serverUrl: 'business.google.com', redirectUri: 'http://127.0.0.1:40111/vigie' })
  expect(begun).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('https://accounts.google.com/o/oauth2/v2/auth?') } })
  return { loginId, completing: studio.engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: 'https://accounts.google.com' }) }
}

test('a profile is connected through a project of one’s own that Google has approved, and the person says which', async ({ studio, page }) => {
  raiseGoogle(studio)
  const { workspaceId } = await fillClient(studio, 'en')
  const dialog = await openAssistant(studio, page, workspaceId, 'en')
  await expectAccessible(page, 'the assistant of Google Business Profile')
  await picture(page, 'assistant-en')
  await dialog.getByRole('button', { name: words.en.form }).click()
  await expect.poll(() => studio.opened).toContain('https://support.google.com/business/contact/api_default')
  await dialog.getByLabel(words.en.id).fill('4711.apps.googleusercontent.com')
  await dialog.getByLabel(words.en.secret).fill('not-the-secret')
  await dialog.getByRole('button', { name: words.en.keep }).click()
  await expect(dialog.getByText(words.en.wrong)).toBeVisible()
  await dialog.getByLabel(words.en.secret).fill(secret)
  await dialog.getByRole('button', { name: words.en.keep }).click()
  await expect(dialog.getByText(words.en.known)).toBeVisible()

  const { loginId, completing } = await logIn(studio, page, workspaceId)
  await expect(dialog.getByText(words.en.choose)).toBeVisible()
  await expect(dialog.getByText('Tideline Kiosk')).toHaveCount(0)
  await picture(page, 'choose-en')
  await dialog.getByRole('button', { name: /Tideline Café/ }).click()
  const completed = await completing
  if (!completed.ok) throw new Error(completed.error.message)
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'connected', account: completed.value.account } })
  await expect(page.getByText(words.en.connected).first()).toBeVisible()
  expect(completed.value.account).toMatchObject({ networkId: 'google_business', remoteId: 'accounts/101/locations/2', handle: 'Tideline Café · 3 Quay Street, Truro' })
  expect(studio.engine.logLines.join('\n')).not.toMatch(/GOCSPX|of-lea|not-the-secret/)
})

test('a project that Google has not let in says so, in plain words', async ({ studio, page }) => {
  raiseGoogle(studio)
  studio.web.set(accountsUrl, () => ({ status: 429, json: { error: { code: 429, message: 'Quota exceeded', status: 'RESOURCE_EXHAUSTED', details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit_value: '0' } }] } } }))
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.engine.ask('ownApps.save', { workspaceId, networkId: 'google_business', scope: 'workspace', clientId: '4711', clientSecret: secret, redirectUri: '' })
  await studio.open(`#/w/${workspaceId}/accounts`)
  await page.getByRole('button', { name: words.en.connect }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.en.network }).click()
  const { loginId, completing } = await logIn(studio, page, workspaceId)
  const completed = await completing
  expect(completed).toMatchObject({ ok: false, error: { details: { reason: 'google_no_quota' } } })
  if (completed.ok) return
  studio.push('accounts.loginFinished', { loginId, outcome: { kind: 'failed', error: completed.error } })
  await expect(page.getByText(words.en.none, { exact: false })).toBeVisible()
  await picture(page, 'no-quota-en')
})

test('in French, by night: the assistant, and an update with its photo cut to four by three and its button', async ({ studio, page }) => {
  raiseGoogle(studio)
  const { engine } = studio
  const { workspaceId, mediaIds } = await fillClient(studio, 'fr')
  await engine.ask('studio.saveSettings', { settings: { language: 'fr' } })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 1600, height: 1000 })
  await openAssistant(studio, page, workspaceId, 'fr')
  await expectAccessible(page, 'the assistant of Google Business Profile, in French')
  await picture(page, 'assistant-fr-dark')

  const accountId = await connectProfile(studio, workspaceId)
  const postId = engine.random.id()
  const content = { title: '', document: paragraph('Huîtres et vin blanc samedi, dès onze heures : https://exemple.fr/carte'), targets: [{ accountId, variant: null, framing: { button: 'book' as const } }], media: [{ mediaId: mediaIds[1]!, altText: 'Une tasse de café au lait' }] }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  for (const look of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: look })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const update = page.getByRole('article')
    await expect(update.getByText('Réserver')).toBeVisible()
    await expect(update.getByRole('img', { name: 'Une tasse de café au lait' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Lien', exact: true })).toHaveAccessibleDescription(/Google Business Profile/)
    await expect(page.getByRole('button', { name: /Bouton\s: Réserver/ })).toBeVisible()
    // A photo is fetched at a public place, which this client has not yet.
    await expectAccessible(page, `an update in French, ${look}`)
    await picture(page, `composer-fr-${look}`)
  }
})

const ofOccasions = {
  en: { change: /How the post stands on .*Update.*Change/, event: 'Event', offer: 'Offer', title: 'Title', starts: 'Begins', ends: 'Ends', coupon: 'Coupon code', conditions: 'Conditions', ended: /ends before it begins/, when: '5/12/2099 18:00', before: '5/12/2099 9:00', later: '6/12/2099 18:30', redeem: 'Redeem online', valid: /^Valid Sat 5 Dec 2099, 18:00 – Sun 6 Dec 2099, 18:30$/, button: /Button: to the link/ },
  fr: { change: /Comment la publication se présente sur .*Actualité.*Modifier/, event: 'Événement', offer: 'Offre', title: 'Titre', starts: 'Début', ends: 'Fin', coupon: 'Code promo', conditions: 'Conditions', ended: /finit avant de commencer/, when: '5/12/2099 18:00', before: '5/12/2099 9:00', later: '6/12/2099 18:30', redeem: 'En profiter en ligne', valid: /^Valable du sam\. 5 déc\. 2099, 18:00 au dim\. 6 déc\. 2099, 18:30$/, button: /Bouton/ }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`an event and an offer have fields of their own, are checked and drawn (${language})`, async ({ studio, page }) => {
    raiseGoogle(studio)
    const { engine } = studio
    const { workspaceId } = await fillClient(studio, language)
    await engine.ask('studio.saveSettings', { settings: { language } })
    const accountId = await connectProfile(studio, workspaceId)
    const postId = engine.random.id()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Huîtres et muscadet : https://exemple.fr/carte'), targets: [{ accountId, variant: null }], media: [] } })
    await page.setViewportSize({ width: 1600, height: 1000 })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    const says = ofOccasions[language]
    // What stands there can be seen to open.
    const change = page.getByRole('button', { name: says.change })
    await expect(change.locator('svg')).toBeInViewport({ ratio: 1 })
    await change.click()
    const panel = page.getByRole('dialog')
    await panel.getByRole('button', { name: says.event, exact: true }).click()
    await panel.getByLabel(says.title, { exact: true }).fill('Huîtres et muscadet')
    await panel.getByLabel(says.starts, { exact: true }).fill(says.when)
    await panel.getByLabel(says.ends, { exact: true }).fill(says.before)
    await expect(page.getByText(says.ended)).toBeVisible()
    await panel.getByLabel(says.ends, { exact: true }).fill(says.later)
    await expect(page.getByText(says.ended)).toHaveCount(0)
    await expect(panel.getByRole('combobox', { name: says.button })).toBeVisible()
    await expectAccessible(page, 'an event')
    await picture(page, `event-form-${language}`)
    await panel.getByRole('button', { name: says.offer, exact: true }).click()
    await expect(panel.getByRole('combobox', { name: says.button })).toHaveCount(0)
    await panel.getByLabel(says.coupon).fill('HUITRES')
    await panel.getByLabel(says.conditions).fill('Une douzaine par table')
    await expectAccessible(page, 'an offer')
    await picture(page, `offer-form-${language}`)
    await page.keyboard.press('Escape')
    const drawn = page.getByRole('article')
    for (const text of [says.valid, 'Huîtres et muscadet', 'HUITRES', says.redeem, 'Une douzaine par table']) await expect(drawn.getByText(text, { exact: true })).toBeVisible()
    await expectAccessible(page, 'an offer as it is drawn')
    await picture(page, `offer-${language}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `offer-${language}-dark`)
    await expect.poll(async () => (await engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.framing?.occasion).toEqual({ kind: 'offer', title: 'Huîtres et muscadet', starts: '2099-12-05T18:00', ends: '2099-12-06T18:30', coupon: 'HUITRES', conditions: 'Une douzaine par table' })
  })
}

for (const [language, says] of [
  ['en', { when: 'Date and time', between: '22/11/2026 9:00', hint: /^By the client’s clock, the event on Google Business Profile is over/, later: '22/11/2026 15:00', over: /^By the chosen time the event or offer is over/, schedule: 'Schedule', now: 'Publish now' }],
  ['fr', { when: 'Date et heure', between: '22/11/2026 9:00', hint: /^À l’heure du client, l’événement sur Google Business Profile prend fin/, later: '22/11/2026 15:00', over: /^À l’heure choisie, l’événement ou l’offre sera terminé/, schedule: 'Programmer', now: 'Publier maintenant' }]
] as const) {
  test(`an event of this evening is kept from tomorrow afternoon, may leave in the morning for a place further west, and may still leave at once (${language})`, async ({ studio, page }) => {
    raiseGoogle(studio)
    const { engine } = studio
    const { workspaceId } = await fillClient(studio, language)
    await engine.ask('studio.saveSettings', { settings: { language } })
    const accountId = await connectProfile(studio, workspaceId)
    const postId = engine.random.id()
    const occasion = { kind: 'event' as const, title: 'Huîtres', starts: '2026-11-21T08:00', ends: '2026-11-21T23:00' }
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Huîtres et muscadet : https://exemple.fr/carte'), targets: [{ accountId, variant: null, framing: { occasion } }], media: [] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await page.getByLabel(says.when).fill(says.between)
    await expect(page.getByText(says.hint)).toBeVisible()
    await expect(page.getByRole('button', { name: says.schedule, exact: true })).toBeEnabled()
    await picture(page, `event-by-client-clock-${language}`)
    await page.getByLabel(says.when).fill(says.later)
    await expect(page.getByText(says.hint)).toBeHidden()
    await expect(page.getByText(says.over)).toBeVisible()
    await expect(page.getByRole('button', { name: says.schedule, exact: true })).toBeDisabled()
    await expect(page.getByRole('button', { name: says.now, exact: true })).toBeEnabled()
  })
}

for (const [language, says] of [
  ['en', { seen: /^48 views in 4 weeks: 12 on maps on a phone, /, done: '12 calls, 12 clicks on the website, 12 direction requests and 12 bookings in 4 weeks' }],
  ['fr', { seen: /^48 vues en 4.semaines.: 12 sur les cartes \(mobile\), /u, done: /^12 appels, 12 clics vers le site, 12 demandes d’itinéraire et 12 réservations en 4.semaines$/u }]
] as const) {
  test(`a profile says where it was seen in four weeks, and what people did from there (${language})`, async ({ studio, page }) => {
    raiseGoogle(studio)
    const { engine } = studio
    const { workspaceId } = await fillClient(studio, language)
    await engine.ask('studio.saveSettings', { settings: { language } })
    await connectProfile(studio, workspaceId)
    const metrics = ['BUSINESS_IMPRESSIONS_DESKTOP_MAPS', 'BUSINESS_IMPRESSIONS_DESKTOP_SEARCH', 'BUSINESS_IMPRESSIONS_MOBILE_MAPS', 'BUSINESS_IMPRESSIONS_MOBILE_SEARCH', 'CALL_CLICKS', 'WEBSITE_CLICKS', 'BUSINESS_DIRECTION_REQUESTS', 'BUSINESS_BOOKINGS']
    studio.web.set('https://businessprofileperformance.googleapis.com/v1/locations/1:fetchMultiDailyMetricsTimeSeries', () => ({ status: 200, json: { multiDailyMetricTimeSeries: [{ dailyMetricTimeSeries: metrics.map((dailyMetric) => ({ dailyMetric, timeSeries: { datedValues: [{ value: '12' }] } })) }] } }))
    await studio.advance(16 * 60_000)
    await studio.open(`#/w/${workspaceId}/accounts`)
    const row = page.getByRole('row').filter({ hasText: 'Le Comptoir du Port' })
    await expect(row.getByText(says.seen)).toBeAttached()
    await expect(row.getByText(says.done)).toBeAttached()
    await expectAccessible(page, 'a profile with its figures')
    await picture(page, `figures-${language}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `figures-${language}-dark`)
  })
}
