/** Files as a Google Takeout of Google+ had them (2018 and 2019): one page or one JSON for each post, pictures by name alone, perhaps in another folder. Written here, after the published shape. */

export const postAddress = 'https://plus.google.com/+ComptoirDesMarees/posts/8wF1aBcDeFg'

const author = { displayName: 'Le Comptoir des Marées', profilePageUrl: 'https://plus.google.com/+ComptoirDesMarees', avatarImageUrl: 'https://lh3.googleusercontent.com/a/photo.jpg', resourceName: 'users/1' }

export function postJson(changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    url: postAddress,
    creationTime: '2015-07-14 20:39:28+0200',
    updateTime: '2015-07-14 20:39:28+0200',
    author,
    content: 'La grande marée de <b>juillet</b> &amp; ses lecteurs.<br><br>Merci à <a href="https://plus.google.com/2" class="proflink bidi_isolate">Zoé</a> !',
    link: { title: 'Horaires', url: 'https://marees.example/horaires', imageUrl: 'https://marees.example/h.jpg' },
    album: { media: [{ url: 'https://lh3.googleusercontent.com/x/vitrine.jpg', contentType: 'image/*', width: 800, height: 600, description: 'La vitrine, le soir', resourceName: 'media/1' }, { localFilePath: '../../Photos/Absente.jpg', contentType: 'image/*' }] },
    comments: [{ creationTime: '2015-07-14 21:00:00+0200', author: { displayName: 'Yann' }, content: 'Belle !' }],
    plusOnes: [{ plusOner: { displayName: 'Yann' } }],
    postAcl: { visibleToStandardAcl: { circles: [{ type: 'CIRCLE_TYPE_PUBLIC' }] } },
    ...changes
  })
}

export const sharedJson = postJson({
  url: 'https://plus.google.com/+ComptoirDesMarees/posts/2ndPostAAAA',
  creationTime: '2013-02-03 08:00:00+0000',
  content: '',
  link: undefined,
  album: undefined,
  resharedPost: { url: 'https://plus.google.com/9/posts/x', author: { displayName: 'Musée du Port' }, content: 'Une épave retrouvée.', media: { url: 'https://lh3.googleusercontent.com/y/epave.jpg' } },
  postAcl: { visibleToStandardAcl: { circles: [{ type: 'CIRCLE_TYPE_YOUR_CIRCLES' }] } }
})

export interface PostPage {
  readonly address?: string
  readonly time?: string
  readonly content?: string
  readonly visibility?: string
  readonly more?: string
}

export function postPage({ address = 'https://plus.google.com/+ComptoirDesMarees/posts/3rdPage', time = '2016-11-05 18:00:00-0700', content = 'Une nuit de contes.<br>Entrée <i>libre</i>.', visibility = 'Shared with: Public', more = '' }: PostPage = {}): string {
  return `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>Une nuit de contes.</title><style>.header { color: red }</style></head><body itemscope>
<div class="header"><img class="author-photo" src="https://lh3.googleusercontent.com/a/photo.jpg" alt="Le Comptoir"><a href="https://plus.google.com/+ComptoirDesMarees" class="author">Le Comptoir des Marées</a> - <a target="_blank" href="${address}">${time}</a></div>
<div class="main-content">${content}</div>
<a class="link-embed" rel="nofollow" href="https://marees.example/contes"><img src="https://marees.example/c.jpg">Contes</a>
<div class="album"><div class="media"><a href="https://plus.google.com/photos/1"><img class="media" src="nuit.jpg" alt="Des bougies"></a></div></div>${more}
<div class="visibility">${visibility}</div>
<div class="post-activity"><div class="plus-oners">+1&#39;d by: <a href="https://plus.google.com/3">Yann</a></div></div>
<div class="comments"><div class="comment"><span class="author"><a class="author" href="https://plus.google.com/3">Yann</a></span> <span class="time">- 2016-11-06 09:00:00-0700</span><div class="comment-content">À demain ! <img class="media" src="pirate.jpg"></div></div></div></body></html>`
}
