import type { StudioError } from '../../shared/errors/studio-error.ts'

/** The values that the texts of errors.ts may name; an ellipsis stands for what the error does not say. */
export function errorDetails({ details = {} }: StudioError) {
  function value(name: string): string | number {
    const known = details[name]
    return typeof known === 'string' || typeof known === 'number' ? known : '…'
  }
  return { fileName: value('fileName'), host: value('host'), limit: value('limit'), network: value('network'), position: value('position'), reason: value('reason') }
}
