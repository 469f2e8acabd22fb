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
/** Holds no secret: an entry to try the keychain with. */
const checkAccount = 'check'
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
    return this.#inTurn((keychain) => readSecret(keychain, reference))
  }

  put(reference: string, secret: string): Promise<Result<Record<string, never>>> {
    return this.#inTurn(async (keychain) => {
      const old = await readHeadOf(keychain, reference)
      const { head, pieces } = cutSecret(reference, secret, this.#options.newGeneration())
      for (const piece of pieces) await keychain.set(piece.account, piece.value)
      await keychain.set(head.account, head.value)
      await deletePieces(keychain, old)
      return {}
    })
  }

  delete(reference: string): Promise<Result<Record<string, never>>> {
    return this.#inTurn(async (keychain) => {
      // The head goes last: until then a second try still knows where the pieces are.
      await deletePieces(keychain, await readHeadOf(keychain, reference))
      await keychain.delete(reference)
      return {}
    })
  }

  state(): SecretStoreState {
    return this.#state
  }

  async check(): Promise<SecretStoreState> {
    await this.#inTurn((keychain) => keychain.get(checkAccount))
    return this.#state
  }

  async isAtRest(deadline: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), deadline)
    })
    const isAtRest = await Promise.race([this.#last.then(() => true), tooLong])
    clearTimeout(timer)
    return isAtRest
  }

  async #inTurn<T>(act: (keychain: Keychain) => Promise<T>): Promise<Result<T>> {
    let isTooLate = false
    const turn = this.#last.then(async (): Promise<Result<T>> => {
      if (isTooLate) return unanswered('the keychain did not answer in time')
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
        resolve(unanswered('the keychain did not answer in time'))
      }, this.#timeout)
    })
    const result = await Promise.race([turn, deadline])
    clearTimeout(timer)
    return result
  }

  async #attempt<T>(act: (keychain: Keychain) => Promise<T>): Promise<Result<T>> {
    const { platform, load } = this.#options
    let keychain: Keychain | null = null
    try {
      keychain = new Keychain(await load(), platform)
      return succeed(await act(keychain))
    } catch {
      // keytar's texts say nothing that holds for every system. Windows and macOS always have a keychain; one that answered the first
      // question and refuses the next is there too: it can only be closed.
      const isThere = platform !== 'linux' || keychain?.hasAnswered === true
      this.#enter(isThere ? 'locked' : 'missing')
      return isThere ? unanswered('the keychain is locked') : missing(this.#state.backend)
    }
  }

  #enter(state: SecretStoreState['state']): void {
    if (this.#state.state === state) return
    this.#state = { ...this.#state, state }
    this.#options.onState(this.#state)
  }
}

/** Vigie's entries of the keychain. */
class Keychain {
  readonly #keytar: Keytar
  readonly #canHide: boolean
  hasAnswered = false

  constructor(keytar: Keytar, platform: NodeJS.Platform) {
    this.#keytar = keytar
    // The Secret Service says "nothing there" of a collection that is locked when nobody is there to be asked for its password.
    this.#canHide = platform === 'linux'
  }

  /** null: certainly not there. Throws when the keychain cannot be read. */
  async get(account: string): Promise<string | null> {
    const found = await this.#read(account)
    if (found !== null || !this.#canHide) return found
    // Writing is refused by a locked collection: if it works, nothing is hidden.
    await this.set(checkAccount, 'present')
    return this.#read(account)
  }

  async set(account: string, value: string): Promise<void> {
    await this.#keytar.setPassword(service, account, value)
    this.hasAnswered = true
  }

  async delete(account: string): Promise<void> {
    await this.#keytar.deletePassword(service, account)
  }

  async #read(account: string): Promise<string | null> {
    const found = await this.#keytar.getPassword(service, account)
    this.hasAnswered = true
    return found
  }
}

function unanswered(message: string): Result<never> {
  return fail(studioError('keychain_timeout', message, { retryable: true }))
}

function missing(backend: string): Result<never> {
  return fail(studioError('no_keychain', `${backend} cannot be used`, { retryable: true, details: { backend } }))
}

async function readHeadOf(keychain: Keychain, reference: string): Promise<SecretHead | null> {
  const value = await keychain.get(reference)
  return value === null ? null : readHead(reference, value)
}

async function readSecret(keychain: Keychain, reference: string): Promise<string | null> {
  const head = await readHeadOf(keychain, reference)
  if (head === null || head.kind === 'whole') return head?.secret ?? null
  const pieces: (string | null)[] = []
  for (const account of head.accounts) pieces.push(await keychain.get(account))
  return joinPieces(pieces)
}

async function deletePieces(keychain: Keychain, head: SecretHead | null): Promise<void> {
  if (head?.kind === 'pieces') for (const account of head.accounts) await keychain.delete(account)
}
