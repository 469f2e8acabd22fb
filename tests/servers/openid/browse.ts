/** What a person does at the provider's login page: signs in and allows, or says no. Gives the address of the redirect that would leave the provider, unopened. */
export async function browse(loginUrl: string, redirectUri: string, person: { readonly name: string; readonly allows: boolean }): Promise<string> {
  const cookies = new Map<string, string>()
  let step: Step = { url: loginUrl, form: null }
  for (let count = 0; count < 16; count += 1) {
    const response = await visit(step, cookies)
    const location = response.headers.get('location')
    step = location === null ? answer(await response.text(), response, step.url, person) : { url: new URL(location, step.url).href, form: null }
    if (location !== null && step.url.startsWith(redirectUri)) return step.url
  }
  throw new Error('the login never ends')
}

interface Step {
  readonly url: string
  /** What is sent; null: the page is only opened. */
  readonly form: URLSearchParams | null
}

async function visit({ url, form }: Step, cookies: Map<string, string>): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(url, { redirect: 'manual', method: form === null ? 'GET' : 'POST', headers: { cookie }, body: form })
  for (const given of response.headers.getSetCookie()) {
    const [pair = ''] = given.split(';')
    cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
  return response
}

function answer(page: string, { status }: Response, url: string, { name, allows }: { readonly name: string; readonly allows: boolean }): Step {
  const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
  if (action === undefined) throw new Error(`the login page says ${status}: ${page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 300)}`)
  const no = /href="([^"]*\/abort)"/.exec(page)?.[1]
  if (!allows && no !== undefined) return { url: new URL(no, url).href, form: null }
  return { url: new URL(action, url).href, form: new URLSearchParams({ prompt: /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '', login: name, password: 'x' }) }
}
