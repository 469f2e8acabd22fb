import type { Locator, Page } from '@playwright/test'
import { accounts } from '../../../renderer/language/en/accounts.ts'
import { composer } from '../../../renderer/language/en/composer.ts'
import { inbox } from '../../../renderer/language/en/inbox.ts'
import { shell } from '../../../renderer/language/en/shell.ts'
import { welcome } from '../../../renderer/language/en/welcome.ts'
import type { Studio } from './studio.ts'

/** The English window as a person uses it: by the words that stand on it. */
export class StudioScreens {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  /** The words below are English; the studio of the test is told so first. */
  static async of(studio: Studio): Promise<StudioScreens> {
    await studio.bridge.ask('studio.saveSettings', { settings: { language: 'en' } })
    return new StudioScreens(studio.page)
  }

  async startPractising(): Promise<void> {
    await this.page.getByRole('button', { name: welcome.practiceAction }).click()
    await this.page.getByRole('heading', { name: shell.screens.calendar, level: 1 }).waitFor()
  }

  async createClient(name: string): Promise<void> {
    await this.page.getByRole('button', { name: welcome.connectAction }).click()
    await this.page.getByRole('textbox', { name: welcome.name }).fill(name)
    await this.page.getByRole('button', { name: welcome.create }).click()
    await this.page.getByRole('heading', { name: accounts.title, level: 1 }).waitFor()
  }

  async connectBluesky(serverUrl: string, identifier: string, appPassword: string): Promise<void> {
    await this.page.getByRole('button', { name: accounts.connect }).first().click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: /Bluesky/ }).click()
    await dialog.getByRole('button', { name: accounts.bluesky.password }).click()
    await dialog.getByRole('textbox', { name: accounts.bluesky.identifier }).fill(identifier)
    await dialog.getByLabel(accounts.bluesky.password, { exact: true }).fill(appPassword)
    await dialog.getByRole('textbox', { name: accounts.bluesky.server }).fill(serverUrl)
    await dialog.getByRole('button', { name: accounts.dialog.submit }).click()
    await this.page.getByRole('table').getByText(`@${identifier}`).first().waitFor()
  }

  /** Up to the page that the system's browser is asked to open. */
  async beginBlueskyLogin(serverUrl: string, handle: string): Promise<void> {
    await this.page.getByRole('button', { name: accounts.connect }).first().click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: /Bluesky/ }).click()
    await dialog.getByRole('textbox', { name: accounts.bluesky.handle }).fill(handle)
    await dialog.getByRole('textbox', { name: accounts.bluesky.server }).fill(serverUrl)
    await dialog.getByRole('button', { name: accounts.mastodon.submit }).click()
    await dialog.getByText(accounts.waiting.text).waitFor()
  }

  async goTo(screen: 'calendar' | 'inbox' | 'watch' | 'outbox' | 'accounts'): Promise<void> {
    await this.page.getByRole('navigation', { name: shell.navigation.label }).getByRole('link', { name: shell.screens[screen] }).click()
    await this.page.getByRole('heading', { name: shell.screens[screen], level: 1 }).waitFor()
  }

  /** Writes a new post; the client's accounts are chosen already. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.press('Control+n')
    await this.editor().click()
    await this.page.keyboard.type(text)
    await this.page.getByText(/^Saved at/).waitFor()
  }

  editor(): Locator {
    return this.page.getByRole('textbox', { name: composer.textLabel })
  }

  async publishNow({ isOnline = true } = {}): Promise<void> {
    await this.page.getByRole('button', { name: isOnline ? composer.schedule.now : composer.schedule.nowOffline }).click()
    await this.page.getByRole('alertdialog').getByRole('button', { name: isOnline ? composer.confirmNow.confirm : composer.schedule.nowOffline }).click()
  }

  /** Answers the conversation that holds the text; it has to be among those in sight. */
  async reply(toText: string, answer: string): Promise<void> {
    await this.page.getByRole('option').filter({ hasText: toText }).first().click()
    await this.answer(answer)
  }

  /** Answers the conversation that is open. */
  async answer(answer: string): Promise<void> {
    await this.page.getByRole('textbox', { name: inbox.reply }).fill(answer)
    await this.page.getByRole('button', { name: inbox.send, exact: true }).click()
  }
}
