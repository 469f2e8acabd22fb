import type { Catalogue } from './catalogue.ts'
import { accounts as accountsEnglish } from './en/accounts.ts'
import { acts as actsEnglish } from './en/acts.ts'
import { approval as approvalEnglish } from './en/approval.ts'
import { calendar as calendarEnglish } from './en/calendar.ts'
import { captions as captionsEnglish } from './en/captions.ts'
import { categories as categoriesEnglish } from './en/categories.ts'
import { components as componentsEnglish } from './en/components.ts'
import { composer as composerEnglish } from './en/composer.ts'
import { costs as costsEnglish } from './en/costs.ts'
import { mediaHost as mediaHostEnglish } from './en/media-host.ts'
import { emoji as emojiEnglish } from './en/emoji.ts'
import { errors as errorsEnglish } from './en/errors.ts'
import { figures as figuresEnglish } from './en/figures.ts'
import { ideas as ideasEnglish } from './en/ideas.ts'
import { inbox as inboxEnglish } from './en/inbox.ts'
import { ledger as ledgerEnglish } from './en/ledger.ts'
import { networks as networksEnglish } from './en/networks.ts'
import { previews as previewsEnglish } from './en/previews.ts'
import { queue as queueEnglish } from './en/queue.ts'
import { safety as safetyEnglish } from './en/safety.ts'
import { spelling as spellingEnglish } from './en/spelling.ts'
import { pastPosts as pastPostsEnglish } from './en/past-posts.ts'
import { paidMessages as paidMessagesEnglish } from './en/paid-messages.ts'
import { people as peopleEnglish } from './en/people.ts'
import { proxies as proxiesEnglish } from './en/proxies.ts'
import { published as publishedEnglish } from './en/published.ts'
import { reality as realityEnglish } from './en/reality.ts'
import { reasons as reasonsEnglish } from './en/reasons.ts'
import { search as searchEnglish } from './en/search.ts'
import { series as seriesEnglish } from './en/series.ts'
import { settings as settingsEnglish } from './en/settings.ts'
import { snippets as snippetsEnglish } from './en/snippets.ts'
import { shell as shellEnglish } from './en/shell.ts'
import { thread as threadEnglish } from './en/thread.ts'
import { formats as formatsEnglish } from './en/formats.ts'
import { framing as framingEnglish } from './en/framing.ts'
import { terms as termsEnglish } from './en/terms.ts'
import { polls as pollsEnglish } from './en/polls.ts'
import { quotes as quotesEnglish } from './en/quotes.ts'
import { linkTags as linkTagsEnglish } from './en/link-tags.ts'
import { library as libraryEnglish } from './en/library.ts'
import { pictures as picturesEnglish } from './en/pictures.ts'
import { tags as tagsEnglish } from './en/tags.ts'
import { templates as templatesEnglish } from './en/templates.ts'
import { variants as variantsEnglish } from './en/variants.ts'
import { versions as versionsEnglish } from './en/versions.ts'
import { beside as besideEnglish } from './en/beside.ts'
import { brand as brandEnglish } from './en/brand.ts'
import { videos as videosEnglish } from './en/videos.ts'
import { voice as voiceEnglish } from './en/voice.ts'
import { watch as watchEnglish } from './en/watch.ts'
import { welcome as welcomeEnglish } from './en/welcome.ts'
import { accounts as accountsFrench } from './fr/accounts.ts'
import { acts as actsFrench } from './fr/acts.ts'
import { approval as approvalFrench } from './fr/approval.ts'
import { calendar as calendarFrench } from './fr/calendar.ts'
import { categories as categoriesFrench } from './fr/categories.ts'
import { components as componentsFrench } from './fr/components.ts'
import { composer as composerFrench } from './fr/composer.ts'
import { costs as costsFrench } from './fr/costs.ts'
import { mediaHost as mediaHostFrench } from './fr/media-host.ts'
import { emoji as emojiFrench } from './fr/emoji.ts'
import { errors as errorsFrench } from './fr/errors.ts'
import { figures as figuresFrench } from './fr/figures.ts'
import { ideas as ideasFrench } from './fr/ideas.ts'
import { inbox as inboxFrench } from './fr/inbox.ts'
import { ledger as ledgerFrench } from './fr/ledger.ts'
import { networks as networksFrench } from './fr/networks.ts'
import { previews as previewsFrench } from './fr/previews.ts'
import { queue as queueFrench } from './fr/queue.ts'
import { safety as safetyFrench } from './fr/safety.ts'
import { pastPosts as pastPostsFrench } from './fr/past-posts.ts'
import { paidMessages as paidMessagesFrench } from './fr/paid-messages.ts'
import { people as peopleFrench } from './fr/people.ts'
import { proxies as proxiesFrench } from './fr/proxies.ts'
import { published as publishedFrench } from './fr/published.ts'
import { reality as realityFrench } from './fr/reality.ts'
import { reasons as reasonsFrench } from './fr/reasons.ts'
import { search as searchFrench } from './fr/search.ts'
import { series as seriesFrench } from './fr/series.ts'
import { settings as settingsFrench } from './fr/settings.ts'
import { snippets as snippetsFrench } from './fr/snippets.ts'
import { shell as shellFrench } from './fr/shell.ts'
import { thread as threadFrench } from './fr/thread.ts'
import { formats as formatsFrench } from './fr/formats.ts'
import { captions as captionsFrench } from './fr/captions.ts'
import { framing as framingFrench } from './fr/framing.ts'
import { terms as termsFrench } from './fr/terms.ts'
import { polls as pollsFrench } from './fr/polls.ts'
import { quotes as quotesFrench } from './fr/quotes.ts'
import { linkTags as linkTagsFrench } from './fr/link-tags.ts'
import { library as libraryFrench } from './fr/library.ts'
import { pictures as picturesFrench } from './fr/pictures.ts'
import { tags as tagsFrench } from './fr/tags.ts'
import { templates as templatesFrench } from './fr/templates.ts'
import { variants as variantsFrench } from './fr/variants.ts'
import { versions as versionsFrench } from './fr/versions.ts'
import { beside as besideFrench } from './fr/beside.ts'
import { brand as brandFrench } from './fr/brand.ts'
import { videos as videosFrench } from './fr/videos.ts'
import { voice as voiceFrench } from './fr/voice.ts'
import { spelling as spellingFrench } from './fr/spelling.ts'
import { watch as watchFrench } from './fr/watch.ts'
import { welcome as welcomeFrench } from './fr/welcome.ts'

/** Every catalogue, one line a feature and language; the name is the namespace: `useTranslation('inbox')`. */
export const english = {
  accounts: accountsEnglish,
  acts: actsEnglish,
  approval: approvalEnglish,
  calendar: calendarEnglish,
  categories: categoriesEnglish,
  components: componentsEnglish,
  composer: composerEnglish,
  costs: costsEnglish,
  mediaHost: mediaHostEnglish,
  emoji: emojiEnglish,
  errors: errorsEnglish,
  figures: figuresEnglish,
  published: publishedEnglish,
  reality: realityEnglish,
  pastPosts: pastPostsEnglish,
  people: peopleEnglish,
  proxies: proxiesEnglish,
  ideas: ideasEnglish,
  inbox: inboxEnglish,
  ledger: ledgerEnglish,
  paidMessages: paidMessagesEnglish,
  networks: networksEnglish,
  previews: previewsEnglish,
  queue: queueEnglish,
  safety: safetyEnglish,
  reasons: reasonsEnglish,
  search: searchEnglish,
  series: seriesEnglish,
  settings: settingsEnglish,
  shell: shellEnglish,
  snippets: snippetsEnglish,
  tags: tagsEnglish,
  templates: templatesEnglish,
  thread: threadEnglish,
  library: libraryEnglish,
  pictures: picturesEnglish,
  variants: variantsEnglish,
  versions: versionsEnglish,
  linkTags: linkTagsEnglish,
  formats: formatsEnglish,
  framing: framingEnglish,
  terms: termsEnglish,
  polls: pollsEnglish,
  quotes: quotesEnglish,
  beside: besideEnglish,
  brand: brandEnglish,
  spelling: spellingEnglish,
  captions: captionsEnglish,
  videos: videosEnglish,
  voice: voiceEnglish,
  watch: watchEnglish,
  welcome: welcomeEnglish
} as const

export const french = {
  accounts: accountsFrench,
  acts: actsFrench,
  approval: approvalFrench,
  calendar: calendarFrench,
  categories: categoriesFrench,
  components: componentsFrench,
  composer: composerFrench,
  costs: costsFrench,
  mediaHost: mediaHostFrench,
  emoji: emojiFrench,
  errors: errorsFrench,
  figures: figuresFrench,
  published: publishedFrench,
  reality: realityFrench,
  pastPosts: pastPostsFrench,
  people: peopleFrench,
  proxies: proxiesFrench,
  ideas: ideasFrench,
  inbox: inboxFrench,
  ledger: ledgerFrench,
  paidMessages: paidMessagesFrench,
  networks: networksFrench,
  previews: previewsFrench,
  queue: queueFrench,
  safety: safetyFrench,
  reasons: reasonsFrench,
  search: searchFrench,
  series: seriesFrench,
  settings: settingsFrench,
  shell: shellFrench,
  snippets: snippetsFrench,
  tags: tagsFrench,
  templates: templatesFrench,
  thread: threadFrench,
  library: libraryFrench,
  pictures: picturesFrench,
  variants: variantsFrench,
  versions: versionsFrench,
  linkTags: linkTagsFrench,
  formats: formatsFrench,
  captions: captionsFrench,
  framing: framingFrench,
  terms: termsFrench,
  polls: pollsFrench,
  quotes: quotesFrench,
  beside: besideFrench,
  brand: brandFrench,
  spelling: spellingFrench,
  videos: videosFrench,
  voice: voiceFrench,
  watch: watchFrench,
  welcome: welcomeFrench
} as const satisfies Catalogue<typeof english>

export type CatalogueName = keyof typeof english
