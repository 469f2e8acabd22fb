/** A timer of the real clock, for the shape that `Clock` asks for. */
export function afterRealTime(delay: number, callback: () => void): () => void {
  const timer = setTimeout(callback, delay)
  return () => clearTimeout(timer)
}
