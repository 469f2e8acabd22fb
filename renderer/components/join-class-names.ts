/** Joins class names, leaving out what is absent; `undefined` when nothing is left, so that no empty attribute is written. */
export function joinClassNames(...names: readonly (string | false | null | undefined)[]): string | undefined {
  const present = names.filter((name) => typeof name === 'string' && name !== '')
  return present.length === 0 ? undefined : present.join(' ')
}
