import { t } from 'i18next'
import { showFailure } from '../components/show-failure.ts'
import { showToast } from '../components/toaster.ts'
import { studio } from '../bridge/studio-client.ts'
import { passingReasons } from '../../shared/workspaces/passing-reasons.ts'
import { isPracticeAddress } from '../../shared/networks/practice-address.ts'
import type { Settings } from '../../shared/contract/studio.contract.ts'
import { openPracticePage } from './practice-page-store.ts'
import { checkSecretStore, saveSettings, studioStore } from './studio-store.ts'

/** Saves settings and says so when it fails. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  const error = await saveSettings(changes)
  if (error !== null) showFailure(error)
}

export function toggleWorkOffline(): void {
  const { connectivity, settings } = studioStore.getState()
  const isByChoice = connectivity.state === 'working_offline' || settings.workOffline
  void changeSettings({ workOffline: !isByChoice })
}

export async function restartEngine(): Promise<void> {
  studioStore.setState({ engine: 'restarting' })
  const answer = await studio.request('studio.restartEngine', {})
  if (!answer.ok) {
    studioStore.setState({ engine: 'failed' })
    showFailure(answer.error)
  }
}

export async function openDataFolder(): Promise<void> {
  const answer = await studio.request('studio.openDataFolder', {})
  if (!answer.ok) showFailure(answer.error)
}

/** Tries a client that could not be opened; says so when it still cannot be: why stands on its screen. */
export async function openAgain(workspaceId: string): Promise<void> {
  const answer = await studio.request('workspaces.openAgain', { workspaceId })
  if (answer.ok) return
  const { code } = answer.error
  const isItsReason = code === 'not_found' || [...passingReasons].some((reason) => reason === code)
  if (isItsReason) showToast({ kind: 'warning', workspaceId, title: t('shell:unavailable.still') })
  else showFailure(answer.error, workspaceId)
}

/** Opens an https or mailto address in the system's browser, and one of the practice network here. */
export async function openExternal(url: string): Promise<void> {
  if (isPracticeAddress(url)) return openPracticePage(url)
  const answer = await studio.request('studio.openExternal', { url })
  if (!answer.ok) showFailure(answer.error)
}

/** Looks for the keychain again; says so when nothing has changed. */
export async function lookForKeychain(): Promise<void> {
  const found = await checkSecretStore()
  if (found.state !== 'ready') showToast({ kind: 'warning', title: t('shell:banners.keychainStillMissing') })
}
