import type { LogFile } from '../log/log-file.ts'
import type { SecretStore } from '../secrets/secret-store.ts'

/** ms for a keychain call that is just ending. */
const patience = 500

/**
 * The last act, when everything is in order. A keychain call that waits for a person holds one of the process's threads, and the end of a
 * process waits for its threads (libuv joins them): without force Vigie would stay, unseen, until somebody finds the keychain's question.
 */
export async function endProcess(secrets: Pick<SecretStore, 'isAtRest'>, end: () => void, log: LogFile): Promise<void> {
  if (await secrets.isAtRest(patience)) {
    end()
    return
  }
  log.write('warning', 'main', 'the keychain still waits for a person: the process is ended by force')
  process.kill(process.pid, 'SIGKILL')
}
