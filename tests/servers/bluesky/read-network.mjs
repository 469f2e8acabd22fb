/**
 * Everything that is in the repositories of a PDS, read over its public interface. A repository is read again only when its revision says that
 * something changed in it, so nothing is ever stale and a question costs little.
 */
const ask = async (pdsUrl, method, parameters) => {
  const answer = await fetch(`${pdsUrl}/xrpc/${method}?${new URLSearchParams(parameters)}`)
  return answer.ok ? answer.json() : {}
}

async function recordsOf(pdsUrl, did, collection) {
  const all = []
  for (let cursor; ; ) {
    const page = await ask(pdsUrl, 'com.atproto.repo.listRecords', { repo: did, collection, limit: 100, ...(cursor === undefined ? {} : { cursor }) })
    all.push(...(page.records ?? []).map(({ uri, cid, value }) => ({ did, uri, cid, record: value })))
    ;({ cursor } = page)
    if (cursor === undefined) return all
  }
}

async function readRepository(pdsUrl, did) {
  const { handle = 'handle.invalid', collections = [] } = await ask(pdsUrl, 'com.atproto.repo.describeRepo', { repo: did })
  const read = async (collection) => (collections.includes(collection) ? recordsOf(pdsUrl, did, collection) : [])
  return {
    profile: { did, handle },
    posts: await read('app.bsky.feed.post'),
    likes: await read('app.bsky.feed.like'),
    reposts: await read('app.bsky.feed.repost'),
    follows: await read('app.bsky.graph.follow'),
    blocks: await read('app.bsky.graph.block'),
    gates: await read('app.bsky.feed.threadgate')
  }
}

/** A reader of the PDS at this address. */
export function createNetworkReader(pdsUrl) {
  const known = new Map()
  return async () => {
    const { repos = [] } = await ask(pdsUrl, 'com.atproto.sync.listRepos', { limit: 500 })
    for (const { did, rev } of repos) if (known.get(did)?.rev !== rev) known.set(did, { rev, ...(await readRepository(pdsUrl, did)) })
    const repositories = repos.map(({ did }) => known.get(did))
    const all = (kind) => repositories.flatMap((repository) => repository[kind])
    const [posts, blocks] = [all('posts'), all('blocks')]
    return {
      posts,
      likes: all('likes'),
      reposts: all('reposts'),
      follows: all('follows'),
      gates: all('gates'),
      find: (uri) => posts.find((post) => post.uri === uri),
      profile: (did) => known.get(did)?.profile ?? { did, handle: 'handle.invalid' },
      /** Whoever of the two has blocked the other. */
      isBlock: (one, other) => blocks.some(({ did, record }) => (did === one && record.subject === other) || (did === other && record.subject === one))
    }
  }
}
