import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { cutSecret, joinPieces, readHead, type SecretHead } from './secret-pieces.ts'
import type { SecretStore, SecretStoreState } from './secret-store.ts'

/** The part of keytar that is used. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

export interface KeytarStoreOptions {
  /** Loads the native module at the first use: it is not needed to start. */
  readonly load: () => Promise<Keytar>
  readonly platform: NodeJS.Platform
  /** A short text that was never given before. */
  readonly newGeneration: () => string
  readonly onState: (state: SecretStoreState) => void
  /** ms; a locked keychain waits for a person who may not be there. */
  readonly timeout?: number
}

const service = 'Vigie'
const backends: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macOS Keychain', win32: 'Windows Credential Manager', linux: 'Secret Service' }

/**
 * The system's keychain through keytar. One native call at a time: each that hangs holds one of the process's four worker threads, and with
 * four of them held main could not read a file any more.
 */
export class KeytarSecretStore implements SecretStore {
  readonly #options: KeytarStoreOptions
  readonly #timeout: number
  #state: SecretStoreState
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: KeytarStoreOptions) {
    this.#options = options
    this.#timeout = options.timeout ?? 8_000
    this.#state = { state: 'unknown', backend: backends[options.platform] ?? 'none' }
  }

  get(reference: string): Promise<Result<string | null>> {
    return this.#inTurn((keytar) => readSecret(keytar, reference))
  }

  put(reference: string, secret: string): Promise<Result<Record<string, never>>> {
    return this.#inTurn(async (keytar) => {
      const old = await readHeadOf(keytar, reference)
      const { head, pieces } = cutSecret(reference, secret, this.#options.newGeneration())
      for (const piece of pieces) await keytar.setPassword(service, piece.account, piece.value)
      await keytar.setPassword(service, head.account, head.value)
      await deletePieces(keytar, old)
      return {}
    })
  }

  delete(reference: string): Promise<Result<Record<string, never>>> {
    return this.#inTurn(async (keytar) => {
      // The head goes last: until then a second try still knows where the pieces are.
      await deletePieces(keytar, await readHeadOf(keytar, reference))
      await keytar.deletePassword(service, reference)
      return {}
    })
  }

  state(): SecretStoreState {
    return this.#state
  }

  async check(): Promise<SecretStoreState> {
    await this.#inTurn((keytar) => keytar.getPassword(service, 'check'))
    return this.#state
  }

  async #inTurn<T>(act: (keytar: Keytar) => Promise<T>): Promise<Result<T>> {
    let isTooLate = false
    const turn = this.#last.then(async (): Promise<Result<T>> => {
      if (isTooLate) return timedOut()
      const result = await this.#attempt(act)
      // A late answer too shows that the keychain is there again.
      if (result.ok) this.#enter('ready')
      return result
    })
    this.#last = turn
    let timer: NodeJS.Timeout | undefined
    const deadline = new Promise<Result<T>>((resolve) => {
      timer = setTimeout(() => {
        isTooLate = true
        this.#enter('locked')
        resolve(timedOut())
      }, this.#timeout)
    })
    const result = await Promise.race([turn, deadline])
    clearTimeout(timer)
    return result
  }

  async #attempt<T>(act: (keytar: Keytar) => Promise<T>): Promise<Result<T>> {
    try {
      return succeed(await act(await this.#options.load()))
    } catch {
      // keytar's texts say nothing that holds for every system. Windows and macOS always have a keychain: there it can only be closed.
      const isMissing = this.#options.platform === 'linux'
      this.#enter(isMissing ? 'missing' : 'locked')
      return fail(studioError('no_keychain', `${this.#state.backend} cannot be used`, { retryable: true, details: { backend: this.#state.backend } }))
    }
  }

  #enter(state: SecretStoreState['state']): void {
    if (this.#state.state === state) return
    this.#state = { ...this.#state, state }
    this.#options.onState(this.#state)
  }
}

function timedOut(): Result<never> {
  return fail(studioError('keychain_timeout', 'the keychain did not answer in time', { retryable: true }))
}

async function readHeadOf(keytar: Keytar, reference: string): Promise<SecretHead | null> {
  const value = await keytar.getPassword(service, reference)
  return value === null ? null : readHead(reference, value)
}

async function readSecret(keytar: Keytar, reference: string): Promise<string | null> {
  const head = await readHeadOf(keytar, reference)
  if (head === null || head.kind === 'whole') return head?.secret ?? null
  const pieces: (string | null)[] = []
  for (const account of head.accounts) pieces.push(await keytar.getPassword(service, account))
  return joinPieces(pieces)
}

async function deletePieces(keytar: Keytar, head: SecretHead | null): Promise<void> {
  if (head?.kind === 'pieces') for (const account of head.accounts) await keytar.deletePassword(service, account)
}
