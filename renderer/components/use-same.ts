import { useMemo } from 'react'

/** The object of before as long as it says the same, so that what shows it need not be drawn again. For plain data only: what cannot be written as JSON is not seen. */
export function useSame<Value>(value: Value): Value {
  const said = JSON.stringify(value)
  // What it says stands for it.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => value, [said])
}
