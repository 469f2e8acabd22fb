import { z } from 'zod'
import { idSchema } from '../../contract/identifiers.ts'
import { handlesSchema, personSchema } from '../person.ts'

/** A file of contacts may have so many bytes, photographs included, and so many people. */
export const largestContactsFile = 16 * 1024 * 1024
export const mostContacts = 5_000

/** Somebody as a file of contacts has them; not kept yet. */
export const contactSchema = personSchema.omit({ id: true })
export type Contact = z.infer<typeof contactSchema>

/**
 * Why something of a file does not come in. `no_name`: a line or card that names nobody; `group`: a card of a list of people; `cut_off`: a card that does not end;
 * `open_quote`: a quotation mark that is never closed, with all that follows it; `handle_unreadable`: what stands where a network's name for somebody should, the person comes
 * in without it; `too_many`: this one and all that follow.
 */
export const leftReasons = ['no_name', 'group', 'cut_off', 'open_quote', 'handle_unreadable', 'too_many'] as const
export const leftContactSchema = z.object({ line: z.int().min(1), reason: z.enum(leftReasons), text: z.string() })
export type LeftContact = z.infer<typeof leftContactSchema>

/** A contact, where it stands in the file, and what is kept already. */
export const readContactSchema = contactSchema.extend({
  /** From 1. */
  line: z.int().min(1),
  /** Who is kept, and is the same: by a name on a network, else by the name alone where one of both has no other. */
  known: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** What is not kept of them yet. */
  adds: handlesSchema,
  /** Where something else is kept of them: that stays. */
  differs: handlesSchema,
  /** Somebody else of this name is kept. */
  isNamesake: z.boolean()
})
export type ReadContact = z.infer<typeof readContactSchema>
