/** Ends a switch over a union: a new member that nobody handles does not compile, and one that slips in at run time throws. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unhandled ${what}: ${JSON.stringify(value)}`)
}
