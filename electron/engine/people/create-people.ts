import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { plainHandle, readFoundPerson } from '../../../shared/people/person.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createContactHandlers } from './contact-handlers.ts'
import { createFindAuthors } from './find-authors.ts'
import { createPeopleRepository } from './people-repository.ts'

export interface PeopleNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession'>
}

/** So many of each kind stand in a list beside the text. */
const mostShown = 8
/** Somebody types and waits. */
const longestMs = 10_000

/** Who the client writes of, and what they are called on each network. */
export function createPeople({ database, clock, random }: WorkspaceContext, { accounts }: PeopleNeeds): Feature {
  const repository = createPeopleRepository(database)
  const findAuthors = createFindAuthors(database)
  const ending = new AbortController()
  const asking = new Set<Promise<unknown>>()

  return {
    handlers: {
      'people.search': ({ query }) => {
        const sought = foldText(plainHandle(query))
        const kept = repository.list().filter(({ name, handles }) => [name, ...Object.values(handles)].some((words) => beginsIn(foldText(words), sought))).slice(0, mostShown)
        const known = new Set(kept.flatMap(({ handles }) => Object.entries(handles).map(([network, handle]) => `${network} ${handle}`)))
        const wrote = findAuthors(plainHandle(query), mostShown * 2).flatMap(({ accountId, name, handle }) => {
          const account = accounts.read(accountId)
          const person = readFoundPerson({ name, handle })
          if (account === null || person === null) return []
          const found = { ...person, networkId: account.networkId }
          return known.has(`${found.networkId} ${found.handle}`) ? [] : [found]
        })
        return succeed({ kept, wrote: wrote.slice(0, mostShown) })
      },
      'people.list': () => succeed({ people: [...repository.list()] }),
      'people.lookUp': async ({ accountId, query }) => {
        const account = accounts.read(accountId)
        if (account === null) return fail(studioError('not_found', 'no such account'))
        if (accounts.adapterFor(account.networkId).findPeople === undefined) return succeed({ found: null })
        const asked = runWithDeadline(clock, longestMs, ending.signal, (ended) =>
          accounts.withSession(accountId, ended, async (session, { findPeople }) => (await findPeople?.(session, plainHandle(query))) ?? { ok: true as const, value: [] })
        )
        const done = asked.finally(() => asking.delete(done))
        asking.add(done)
        const found = await asked
        return found.ok ? succeed({ found: found.value.flatMap((person) => readFoundPerson(person) ?? []).slice(0, mostShown) }) : fail(found.failure.error)
      },
      'people.save': ({ person }) => {
        repository.write(person, clock.now())
        return succeed(person)
      },
      'people.remove': ({ personId }) => {
        repository.remove(personId)
        return succeed({})
      },
      ...createContactHandlers({ database, random, repository })
    },
    async stop() {
      ending.abort()
      await Promise.allSettled(asking)
    }
  }
}

/** One of its words begins so. */
function beginsIn(words: string, sought: string): boolean {
  return words.startsWith(sought) || words.split(/[\s@._-]+/).some((word) => word.startsWith(sought))
}
