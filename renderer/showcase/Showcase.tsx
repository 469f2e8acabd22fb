/** Every token and component, to look at. */
export function Showcase() {
  return <p>…</p>
}
