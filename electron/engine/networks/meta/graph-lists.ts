import { z } from 'zod'

/** What is there, or nothing; a value of another kind counts as nothing. */
export const optional = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> => schema.optional().catch(undefined)

const pagingSchema = z.looseObject({ cursors: optional(z.looseObject({ after: optional(z.string()) })), next: optional(z.string()) })

/** One page of a list. Its entries are read one by one. */
export const graphListSchema = z.looseObject({ data: z.array(z.unknown()), paging: optional(pagingSchema) })
export type GraphList = z.infer<typeof graphListSchema>

/** Where the list goes on; null at its end. The address in `next` bears the token and is never used. */
export function nextPageOf({ paging }: GraphList): string | null {
  return paging?.next === undefined ? null : (paging.cursors?.after ?? null)
}

/** It goes on, but only by an address: lists that are asked for by time may give no place. Its end is then not known. */
export function endsUnseen({ paging }: GraphList): boolean {
  return paging?.next !== undefined && paging.cursors?.after === undefined
}
