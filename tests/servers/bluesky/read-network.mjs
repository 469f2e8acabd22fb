/** Everything that is in the repositories of a PDS, read over its public interface. */
const ask = async (pdsUrl, method, parameters) => {
  const answer = await fetch(`${pdsUrl}/xrpc/${method}?${new URLSearchParams(parameters)}`)
  return answer.ok ? answer.json() : {}
}

const recordsOf = async (pdsUrl, did, collection) => {
  const { records = [] } = await ask(pdsUrl, 'com.atproto.repo.listRecords', { repo: did, collection, limit: 100 })
  return records.map(({ uri, cid, value }) => ({ did, uri, cid, record: value }))
}

export async function readNetwork(pdsUrl) {
  const { repos = [] } = await ask(pdsUrl, 'com.atproto.sync.listRepos', { limit: 500 })
  const posts = []
  const likes = []
  const profiles = new Map()
  for (const { did } of repos) {
    const { handle } = await ask(pdsUrl, 'com.atproto.repo.describeRepo', { repo: did })
    profiles.set(did, { did, handle: handle ?? 'handle.invalid' })
    posts.push(...(await recordsOf(pdsUrl, did, 'app.bsky.feed.post')))
    likes.push(...(await recordsOf(pdsUrl, did, 'app.bsky.feed.like')))
  }
  return { posts, likes, find: (uri) => posts.find((post) => post.uri === uri), profile: (did) => profiles.get(did) ?? { did, handle: 'handle.invalid' } }
}
