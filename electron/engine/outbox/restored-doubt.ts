import { studioError } from '../../../shared/errors/studio-error.ts'

/** Why what a copy that was put back calls open is sent by nothing but a word about it alone. */
export const doubtful = studioError('restored_doubt', 'it stood open in a copy that was put back, and may be out since')
