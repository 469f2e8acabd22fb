import type { z } from 'zod'

/** What can be read of a list; the rest is left out. */
export function readEach<Value>(list: readonly unknown[] | undefined, schema: z.ZodType<Value>): readonly Value[] {
  return (list ?? []).flatMap((entry) => {
    const parsed = schema.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
}
