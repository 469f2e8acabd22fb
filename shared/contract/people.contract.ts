import { z } from 'zod'
import { networkIdSchema } from '../networks/network-id.ts'
import { contactSchema, leftContactSchema, mostContacts, readContactSchema } from '../people/contacts/contact.ts'
import { foundPersonSchema, personSchema } from '../people/person.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const query = z.string().trim().min(1).max(100)

/** Who is new, and who got names on networks, before and after. */
const importedPeople = z.object({ added: z.array(personSchema).max(mostContacts), changed: z.array(z.object({ before: personSchema, after: personSchema })).max(mostContacts) })
export type ImportedPeople = z.infer<typeof importedPeople>

export const peopleContract = {
  /** Who is kept for the client, and who has written to it, by the beginnings of their names. Asks nobody. */
  'people.search': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, query }),
    output: z.object({ kept: z.array(personSchema), wrote: z.array(foundPersonSchema.extend({ networkId: networkIdSchema })) })
  }),
  /** Everybody who is kept for the client, those used last first. */
  'people.list': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ people: z.array(personSchema) }) }),
  /** Asks the account's network; null where it has no directory. Where that costs (`capabilities.people.price`), only when the person asks. */
  'people.lookUp': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, accountId: idSchema, query }), output: z.object({ found: z.array(foundPersonSchema).nullable() }) }),
  /** New, or instead of the one with this id. Texts that mention them already keep what they have. */
  'people.save': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, person: personSchema }), output: personSchema }),
  'people.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, personId: idSchema }), output: z.object({}) }),
  /** Whom a file of contacts, CSV or vCard, names, held against who is kept; nothing is kept by it. What of it cannot be read comes with its line. */
  'people.readContacts': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, fileName: z.string().max(300), bytes: z.instanceof(Uint8Array) }),
    output: z.object({ kind: z.enum(['csv', 'vcard']), contacts: z.array(readContactSchema), left: z.array(leftContactSchema) })
  }),
  /** All at once or not at all. Who is kept gets what is not known of them yet; whoever is kept whole already stays as they are. */
  'people.importContacts': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, contacts: z.array(contactSchema).min(1).max(mostContacts) }), output: importedPeople }),
  /** Takes back an import, but for those who were changed since. */
  'people.undoImport': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, imported: importedPeople }), output: z.object({}) })
} as const
