/** One post as the client sees it. */
export interface PackPost {
  readonly postId: string
  readonly contentHash: string
  /** When it is to go out, in words; empty: no day yet. */
  readonly when: string
  /** What each account's readers will see: elements as a document wrote them down, in which every word of a post is text. */
  readonly previews: readonly { readonly account: string; readonly markup: string }[]
  /** Plain text and pictures, for a post that is for no account yet. */
  readonly plain: { readonly text: string; readonly pictures: readonly { readonly address: string; readonly altText: string }[] } | null
  /** What is said of the pictures to those who do not see them: the client says yes to that too. */
  readonly altTexts: readonly string[]
  /** Of each film that has subtitles, in words: its file and their languages. */
  readonly subtitles: readonly string[]
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
  /** What keeps the answer from being saved, each where it does. */
  readonly missing: { readonly name: string; readonly answer: string; readonly word: string }
  readonly altText: string
  /** Of the file with the answers, as the client reads it. */
  readonly answerFile: string
}

export interface Pack {
  readonly packId: string
  readonly language: string
  readonly posts: readonly PackPost[]
  /** The sheet of the previews. */
  readonly styles: string
  readonly words: PackWords
}

/*
 * What the page does by itself: it gathers the answers and saves them. It reads its data out of the page's own elements, so nothing of a post ever becomes code.
 * No address outside the page is known to it, and its policy would let it reach none. Its first text area is the client's comment: previews have none.
 */
const script = `
const form = document.querySelector('form');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const answers = [...document.querySelectorAll('[data-post]')].flatMap((post) => {
    const chosen = post.querySelector('input[type=radio]:checked');
    return chosen === null ? [] : [{ postId: post.dataset.post, contentHash: post.dataset.hash, answer: chosen.value, comment: post.querySelector('textarea').value.slice(0, 500) }];
  });
  const by = form.elements.by.value.trim();
  const isCommentLeft = [...document.querySelectorAll('[data-post]')].some((post) => post.querySelector('textarea').value.trim() !== '' && post.querySelector('input[type=radio]:checked') === null);
  const lacks = { name: by === '', answer: answers.length === 0, word: isCommentLeft };
  for (const reason of document.querySelectorAll('#missing > [data-reason]')) reason.hidden = !lacks[reason.dataset.reason];
  const missing = document.querySelector('#missing');
  missing.hidden = !lacks.name && !lacks.answer && !lacks.word;
  if (!missing.hidden) return;
  const text = JSON.stringify({ vigie: 'approval-answer', version: 1, packId: form.dataset.pack, by, givenAt: Date.now(), answers }, null, 1);
  const copy = document.querySelector('#copy');
  copy.hidden = false;
  copy.querySelector('textarea').value = text;
  const link = document.createElement('a');
  link.href = 'data:application/json;charset=utf-8,' + encodeURIComponent(text);
  link.download = form.dataset.file;
  link.click();
});`

/* Classes alone, in no layer: the previews keep their own look, and the page keeps its own. */
const ownStyle = `
:root{color-scheme:light}
.pack{max-inline-size:52rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#2a241e;background:#f4f0e9}
.pack-title{margin:0 0 .25rem;font-size:1.6rem;line-height:1.2}.pack-intro{margin:0;color:#574e46}
.pack-post{margin:1.5rem 0;padding:1.25rem;border:1px solid #cec6bb;border-radius:10px;background:#fff;break-inside:avoid}
.pack-when{margin:0 0 1rem;font-size:1.1rem;line-height:1.3}.pack-number{display:block;color:#574e46;font-size:.8rem;font-weight:400}
.pack-previews{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1rem;align-items:start}
.pack-preview{margin:0;border:1px solid #e2dbd2;border-radius:8px;overflow:hidden;break-inside:avoid}
.pack-account{padding:.35rem .75rem;border-block-end:1px solid #e2dbd2;color:#574e46;background:#fbf9f5;font-size:.8rem}
.pack-part{margin:0;padding:.35rem .75rem;border-block:1px solid #e2dbd2;color:#574e46;font-size:.8rem}
.pack-terms{padding:.35rem .75rem;border-block-start:1px solid #e2dbd2;color:#574e46;font-size:.8rem}.pack-terms>ul{margin:0;padding-inline-start:1.2rem}.pack-terms>section{margin-block-start:.35rem;padding-inline-start:.6rem;border-inline-start:2px solid #e2dbd2;white-space:pre-wrap;overflow-wrap:anywhere}
.pack-text{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.pack-picture{display:block;max-inline-size:100%;max-block-size:24rem;margin:.75rem 0 0;border-radius:6px}
.pack-alt{margin:.75rem 0 0;color:#574e46;font-size:.85rem}
.pack-answer{display:grid;gap:.5rem;margin:1rem 0 0;padding:.75rem 0 0;border:0;border-block-start:1px solid #e2dbd2}.pack-yesno{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.pack-field{display:block;inline-size:100%;box-sizing:border-box;margin:.25rem 0 0;padding:.5rem;font:inherit;border:1px solid #8b8074;border-radius:6px;background:#fff}
.pack-foot{display:grid;gap:1rem;justify-items:start}.pack-foot>label{inline-size:100%}
.pack-save{padding:.6rem 1.2rem;font:inherit;color:#fff;background:#085d6c;border:0;border-radius:6px}.pack-missing{color:#a01f1e}.pack-missing>p{margin:0}
@media print{@page{size:A4;margin:14mm 12mm 16mm}.pack{max-inline-size:none;margin:0;padding:0;background:#fff;font-size:13px}.pack-save{display:none}.pack-previews{grid-template-columns:1fr 1fr}.pack-field{min-block-size:2.5rem}.pack-post{padding:.9rem}}`

/** The pack as one file that needs nothing else: no address leads out of it, and no word of a post is ever read as anything but text. */
export async function writePackPage({ packId, language, posts, styles, words }: Pack): Promise<string> {
  const style = `${styles}${ownStyle}`
  const policy = `default-src 'none'; img-src data:; style-src '${await hashOf(style)}'; script-src '${await hashOf(script)}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escaped(policy)}"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">
<title>${escaped(words.title)}</title><style>${style}</style></head><body class="pack">
<h1 class="pack-title">${escaped(words.title)}</h1><p class="pack-intro">${escaped(words.intro)}</p>
<form data-pack="${escaped(packId)}" data-file="${escaped(words.answerFile)}">
${posts.map((post, index) => writePost(post, index + 1, words)).join('\n')}
<footer class="pack-foot"><label>${escaped(words.name)}<input class="pack-field" type="text" name="by" maxlength="80" autocomplete="name"></label>
<div class="pack-missing" id="missing" role="alert" hidden>${Object.entries(words.missing).map(([reason, text]) => `<p data-reason="${reason}" hidden>${escaped(text)}</p>`).join('')}</div><button class="pack-save" type="submit">${escaped(words.save)}</button>
<label id="copy" hidden>${escaped(words.orCopy)}<textarea class="pack-field" rows="6" readonly></textarea></label></footer>
</form><script>${script}</script></body></html>
`
}

function writePost({ postId, contentHash, when, previews, plain, altTexts, subtitles }: PackPost, number: number, words: PackWords): string {
  const name = `answer-${String(number)}`
  return `<section class="pack-post" aria-labelledby="post-${String(number)}" data-post="${escaped(postId)}" data-hash="${escaped(contentHash)}">
<h2 class="pack-when" id="post-${String(number)}"><span class="pack-number">${escaped(`${words.post} ${String(number)}`)}</span>${escaped(when === '' ? words.noDay : when)}</h2>
<div class="pack-previews">${previews.map(({ account, markup }) => `<figure class="pack-preview"><figcaption class="pack-account">${escaped(account)}</figcaption>${markup}</figure>`).join('\n')}</div>
${plain === null ? '' : writePlain(plain)}
${altTexts.map((text) => `<p class="pack-alt">${escaped(`${words.altText} ${text}`)}</p>`).join('')}
${subtitles.map((text) => `<p class="pack-alt">${escaped(text)}</p>`).join('')}
<fieldset class="pack-answer" aria-labelledby="post-${String(number)}"><div class="pack-yesno"><label><input type="radio" name="${name}" value="yes"> ${escaped(words.yes)}</label><label><input type="radio" name="${name}" value="no"> ${escaped(words.no)}</label></div>
<label>${escaped(words.comment)}<textarea class="pack-field" rows="2" maxlength="500"></textarea></label></fieldset>
</section>`
}

function writePlain({ text, pictures }: NonNullable<PackPost['plain']>): string {
  return `<p class="pack-text">${escaped(text)}</p>${pictures.map(({ address, altText }) => (address.startsWith('data:image/') ? `<img class="pack-picture" src="${escaped(address)}" alt="${escaped(altText)}">` : '')).join('')}`
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

async function hashOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `sha256-${btoa(String.fromCodePoint(...hash))}`
}
