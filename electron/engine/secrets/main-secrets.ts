import { succeed } from '../../../shared/contract/result.ts'
import type { MainLink } from '../rpc/main-link.ts'
import type { EngineSecrets } from './engine-secrets.ts'

/** The keychain, asked through main, which alone has it. */
export function createMainSecrets(link: MainLink): EngineSecrets {
  return {
    get: (reference) => link.question('secrets.get', { reference }),
    async put(reference, secret) {
      const answer = await link.question('secrets.put', { reference, secret })
      return answer.ok ? succeed(null) : answer
    },
    async delete(reference) {
      const answer = await link.question('secrets.delete', { reference })
      return answer.ok ? succeed(null) : answer
    }
  }
}
