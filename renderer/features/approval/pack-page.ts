/** One post as the client sees it. All texts are plain. */
export interface PackPost {
  readonly postId: string
  readonly contentHash: string
  /** When it is to go out, in words; empty: no day yet. */
  readonly when: string
  /** Each different text once, with the names of the accounts that get it. */
  readonly texts: readonly { readonly accounts: string; readonly text: string }[]
  readonly pictures: readonly { readonly address: string; readonly altText: string }[]
}

export interface PackWords {
  readonly title: string
  readonly intro: string
  readonly post: string
  readonly noDay: string
  readonly yes: string
  readonly no: string
  readonly comment: string
  readonly name: string
  readonly save: string
  readonly orCopy: string
  readonly missing: string
}

export interface Pack {
  readonly packId: string
  readonly language: string
  readonly posts: readonly PackPost[]
  readonly words: PackWords
}

/*
 * What the page does by itself: it gathers the answers and saves them. It reads its data out of the page's own elements, so nothing of a post ever becomes code.
 * No address outside the page is known to it, and its policy would let it reach none.
 */
const script = `
const form = document.querySelector('form');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const answers = [...document.querySelectorAll('article')].flatMap((post) => {
    const chosen = post.querySelector('input[type=radio]:checked');
    return chosen === null ? [] : [{ postId: post.dataset.post, contentHash: post.dataset.hash, answer: chosen.value, comment: post.querySelector('textarea').value.slice(0, 500) }];
  });
  const by = form.elements.by.value.trim();
  const isCommentLeft = [...document.querySelectorAll('article')].some((post) => post.querySelector('textarea').value.trim() !== '' && post.querySelector('input[type=radio]:checked') === null);
  const missing = document.querySelector('#missing');
  missing.hidden = by !== '' && answers.length > 0 && !isCommentLeft;
  if (!missing.hidden) return;
  const text = JSON.stringify({ vigie: 'approval-answer', version: 1, packId: form.dataset.pack, by, answers }, null, 1);
  const copy = document.querySelector('#copy');
  copy.hidden = false;
  copy.querySelector('textarea').value = text;
  const link = document.createElement('a');
  link.href = 'data:application/json;charset=utf-8,' + encodeURIComponent(text);
  link.download = 'vigie-answer.json';
  link.click();
});`

const style = `
body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#2a241e;background:#fbf9f5}
article{margin:2rem 0;padding:1.25rem;border:1px solid #cec6bb;border-radius:8px;background:#fff;break-inside:avoid}
h1{font-size:1.6rem}h2{font-size:1.1rem;margin:0 0 .5rem}h3{font-size:.85rem;color:#574e46;margin:1rem 0 .25rem}
p{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}img{max-width:100%;max-height:24rem;margin:.75rem .75rem 0 0;border-radius:6px}
fieldset{border:0;padding:0;margin:1rem 0 0}label{margin-right:1.25rem}textarea,input[type=text]{display:block;width:100%;box-sizing:border-box;margin-top:.5rem;padding:.5rem;font:inherit;border:1px solid #8b8074;border-radius:5px}
button{padding:.6rem 1.2rem;font:inherit;color:#fff;background:#085d6c;border:0;border-radius:5px}#missing{color:#a01f1e}
@media print{fieldset,footer{display:none}body{background:#fff;margin:0}}`

/** The pack as one file that needs nothing else: no address leads out of it, and no word of a post is ever read as anything but text. */
export async function writePackPage({ packId, language, posts, words }: Pack): Promise<string> {
  const policy = `default-src 'none'; img-src data:; style-src '${await hashOf(style)}'; script-src '${await hashOf(script)}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escaped(policy)}"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">
<title>${escaped(words.title)}</title><style>${style}</style></head><body>
<h1>${escaped(words.title)}</h1><p>${escaped(words.intro)}</p>
<form data-pack="${escaped(packId)}">
${posts.map((post, index) => writePost(post, index + 1, words)).join('\n')}
<footer><label>${escaped(words.name)}<input type="text" name="by" maxlength="80" autocomplete="name"></label>
<p id="missing" role="alert" hidden>${escaped(words.missing)}</p><p><button type="submit">${escaped(words.save)}</button></p>
<label id="copy" hidden>${escaped(words.orCopy)}<textarea rows="6" readonly></textarea></label></footer>
</form><script>${script}</script></body></html>
`
}

function writePost({ postId, contentHash, when, texts, pictures }: PackPost, number: number, words: PackWords): string {
  const name = `answer-${String(number)}`
  return `<article data-post="${escaped(postId)}" data-hash="${escaped(contentHash)}">
<h2>${escaped(`${words.post} ${String(number)} · ${when === '' ? words.noDay : when}`)}</h2>
${texts.map(({ accounts, text }) => `<h3>${escaped(accounts)}</h3><p>${escaped(text)}</p>`).join('\n')}
${pictures.map(({ address, altText }) => (address.startsWith('data:image/') ? `<img src="${escaped(address)}" alt="${escaped(altText)}">` : '')).join('')}
<fieldset><legend hidden>${escaped(words.post)} ${String(number)}</legend><label><input type="radio" name="${name}" value="yes"> ${escaped(words.yes)}</label><label><input type="radio" name="${name}" value="no"> ${escaped(words.no)}</label>
<label>${escaped(words.comment)}<textarea rows="2" maxlength="500"></textarea></label></fieldset>
</article>`
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

async function hashOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `sha256-${btoa(String.fromCodePoint(...hash))}`
}
