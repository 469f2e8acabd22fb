import type { Account } from '../accounts/account.ts'
import { isVideo, type MediaItem, type PictureItem } from '../media/media-item.ts'
import { assistedLimitsOf, textRuleFor } from '../networks/assisted-limits.ts'
import type { FormatRule } from '../networks/format-rule.ts'
import { formatRuleOf, withFormat } from '../networks/formats-of.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { NetworkId } from '../networks/network-id.ts'
import { withServerLimits } from '../networks/with-server-limits.ts'
import { countText } from '../text/count-text.ts'
import { findGaps, type Variable } from '../snippets/variables.ts'
import { findEntities } from '../text/find-entities.ts'
import { documentToText } from '../text/document-to-text.ts'
import { textAsSent } from '../text/text-as-sent.ts'
import { checkAttachedText } from './check-attached-text.ts'
import { checkMarks } from './check-marks.ts'
import { checkFormat } from './check-format.ts'
import { checkPeople, checkPeopleTold } from './check-people.ts'
import { checkPicture, isInShape } from './check-picture.ts'
import { checkPlace } from './check-place.ts'
import { checkPoll } from './check-poll.ts'
import { checkQuote } from './check-quote.ts'
import { checkTermsOf } from './check-terms.ts'
import { checkCaptions, checkCaptionTimes } from './check-captions.ts'
import { checkCovers } from './check-cover.ts'
import { linkThere } from './beside-words.ts'
import { checkButton, checkLink } from './check-link.ts'
import { checkOccasion } from './check-occasion.ts'
import { occasionTexts } from './occasion.ts'
import { checkTags } from './check-tags.ts'
import { checkVideos } from './check-videos.ts'
import { isUnresolved, mentionsIn } from '../people/name-people.ts'
import { wordsAbove } from './count-for-account.ts'
import { isCommentLeftOut } from './own-comment.ts'
import { commentOf, documentOfPart, formatFor, type OutgoingPart, partCount, partsFor, takesComment, titleFor } from './post-parts.ts'
import type { PostContent, PostMedia, PostPart } from './post.ts'
import type { PostProblem, PostProblemCode } from './post-problem.ts'

type CapabilitiesOf = (networkId: NetworkId) => NetworkCapabilities

/** Everything that stands between a post and its networks, found before sending: all problems at once, in the order of the targets. */
export function checkPost(content: PostContent, accounts: readonly Account[], capabilitiesOf: CapabilitiesOf, media: readonly MediaItem[]): readonly PostProblem[] {
  if (content.targets.length === 0) return [{ severity: 'stop', code: 'no_target', accountId: null, details: {} }, ...checkAltTexts(content, media)]
  const perTarget = content.targets.flatMap(({ accountId }) => {
    const account = accounts.find((candidate) => candidate.id === accountId)
    if (account === undefined) return [stop('account_missing', accountId)]
    return checkTarget(content, account, withServerLimits(capabilitiesOf(account.networkId), account.serverLimits), media)
  })
  const networks = content.targets.flatMap(({ accountId }) => accounts.find(({ id }) => id === accountId)?.networkId ?? [])
  return [...perTarget, ...checkCaptionTimes(content, media), ...checkPeopleTold(content, networks, capabilitiesOf), ...checkAltTexts(content, media)]
}

export function hasStop(problems: readonly PostProblem[]): boolean {
  return problems.some((problem) => problem.severity === 'stop')
}

function checkTarget(content: PostContent, account: Account, ordinary: NetworkCapabilities, media: readonly MediaItem[]): readonly PostProblem[] {
  const format = formatFor(content, account)
  const rule = formatRuleOf(ordinary, format)
  const network = withFormat(ordinary, format)
  const problems: PostProblem[] = []
  if (account.state !== 'connected') problems.push(stop('account_needs_login', account.id, { network: network.name, handle: account.handle }))
  if (network.hasTitle) problems.push(...checkTitle(titleFor(content, account.id).trim(), account, network), ...checkGaps([titleFor(content, account.id)], account))
  for (const { code, details } of [...checkFiled(content, account, network), ...checkTags(content, account, network)]) problems.push(stop(code, account.id, { network: network.name, ...details }))
  problems.push(...checkMentions(content, account, network, rule))
  const parts = partsFor(content, account, network)
  problems.push(...checkGaps(framedWordsOf(parts), account))
  if (rule !== null) for (const { code, details } of checkFormat(content, parts, account, ordinary, rule, media)) problems.push(warn(code, account.id, { network: network.name, ...details }))
  problems.push(...checkParts(content, account, network))
  for (const { code, details } of checkAttachedText(parts[0], network)) problems.push(stop(code, account.id, { network: network.name, ...details }))
  for (const code of checkTermsOf(parts, network, media)) problems.push(stop(code, account.id, { network: network.name }))
  for (const { severity, code, details } of [...checkLink(linkThere(content, account), network.link, parts[0]), ...checkFramingOf(parts[0], linkThere(content, account), account, network), ...(parts[0] === undefined ? [] : checkPlace(parts[0], network, media)), ...checkPoll(content.poll, parts[0], network), ...checkQuote(content, account, network, rule)]) problems.push({ severity, code, accountId: account.id, details: { network: network.name, ...details } })
  for (const [place, part] of parts.entries()) problems.push(...inPart(parts.length === 1 ? {} : { part: place + 1, ...placeIn(parts, part) }, checkPart(part, account, network, media)))
  return problems
}

function checkFramingOf(part: OutgoingPart | undefined, link: string, account: Account, network: NetworkCapabilities): readonly (ReturnType<typeof checkButton> | ReturnType<typeof checkOccasion>)[number][] {
  if (part === undefined) return []
  const ofOccasion = checkOccasion(part.framing?.occasion, network.framing?.occasions)
  return network.framing?.buttons === undefined ? ofOccasion : [...ofOccasion, ...checkButton(part.framing?.button, link, textAsSent(part.document, textRuleFor(account, network, part.isComment)))]
}

/** Never silent: the user wrote a thread and this network makes one post of it, or leaves its comment out. */
function checkParts(content: PostContent, account: Account, network: NetworkCapabilities): readonly PostProblem[] {
  const comment = commentOf(content)
  const hasComment = comment !== null
  const count = partCount(content) - (hasComment ? 1 : 0)
  return [
    ...(network.threads === 'joined' && count > 1 ? [warn('thread_joined', account.id, { network: network.name, count })] : []),
    ...(hasComment && !takesComment(network) && !isCommentLeftOut(comment, account.id) ? [warn('comment_left_out', account.id, { network: network.name })] : [])
  ]
}

/** Where each post is filed under something, and nobody chose under what. */
function checkFiled({ targets }: Pick<PostContent, 'targets'>, { id }: Account, { categories }: Pick<NetworkCapabilities, 'categories'>): readonly { readonly code: 'label_missing'; readonly details: PostProblem['details'] }[] {
  const isMissing = categories?.isNeeded === true && targets.find(({ accountId }) => accountId === id)?.categories === undefined
  return isMissing ? [{ code: 'label_missing', details: {} }] : []
}

function checkTitle(title: string, account: Account, network: NetworkCapabilities): readonly PostProblem[] {
  if (title === '') return network.title?.isOptional === true ? [] : [stop('title_missing', account.id, { network: network.name })]
  const max = network.title?.max.value ?? null
  const count = [...title].length
  const tooLong = max !== null && count > max ? [stop('title_too_long', account.id, { network: network.name, count, max })] : []
  return [...tooLong, ...checkSigns(title, account, network)]
}

function checkSigns(text: string, account: Account, { name, refusedSigns }: NetworkCapabilities): readonly PostProblem[] {
  const signs = [...(refusedSigns?.value ?? '')]
  return signs.some((sign) => text.includes(sign)) ? [stop('signs_refused', account.id, { network: name, signs: signs.join(' ') })] : []
}

/** Each part stands alone: it is counted by the network's rule like a post of its own. */
function checkPart(part: OutgoingPart, account: Account, network: NetworkCapabilities, media: readonly MediaItem[]): readonly PostProblem[] {
  const text = documentToText(part.document)
  return [...checkGaps([text, part.beside?.teaser ?? '', ...part.media.map(({ altText }) => altText)], account), ...checkText(part, account, network), ...(part.isComment === true ? [] : checkSigns(text, account, network)), ...checkByHand(text, part, account), ...checkNeeded(part, account, network), ...(isWordsBelow(part) ? [] : checkMedia(part, account, network, media))]
}

/** A comment has words alone, also where a post is a video. */
function isWordsBelow({ isComment, media }: OutgoingPart): boolean {
  return isComment === true && media.length === 0
}

/** Who is mentioned and has no name there: their name goes out as plain words. */
function checkMentions({ document, targets, moreParts = [] }: PostContent, account: Account, network: NetworkCapabilities, rule: FormatRule | null): readonly PostProblem[] {
  if (rule?.wordless !== undefined) return []
  const own = targets.find(({ accountId }) => accountId === account.id)?.variant ?? document
  const nameless = new Set([own, ...moreParts.filter((part) => !isCommentLeftOut(part, account.id)).map((part) => documentOfPart(part, account.id))].flatMap(mentionsIn).filter((mention) => isUnresolved(mention, account.networkId)).map(({ name }) => name))
  return [...nameless].map((name) => warn('mention_unresolved', account.id, { network: network.name, name }))
}

/** What a snippet left open must not be published by accident. */
function checkGaps(texts: readonly string[], account: Account): readonly PostProblem[] {
  const left = new Set<Variable>(texts.flatMap((text) => findGaps(text).map(({ variable }) => variable)))
  return [...left].map((gap) => stop('gap_left', account.id, { gap }))
}

function inPart(place: PostProblem['details'], problems: readonly PostProblem[]): readonly PostProblem[] {
  return problems.map((problem) => ({ ...problem, details: { ...problem.details, ...place } }))
}

interface MayBeComment {
  readonly isComment?: true | undefined
}

/** What people call it: a post with a comment is no thread. */
function placeIn(parts: readonly MayBeComment[], part: MayBeComment): PostProblem['details'] {
  if (part.isComment === true) return { place: 'comment' }
  return { place: parts.filter(({ isComment }) => isComment !== true).length === 1 ? 'post' : 'part' }
}

/** The words beside those of the parts: all stand below the same warning, and a long text below the first one. */
function framedWordsOf([first]: readonly OutgoingPart[]): readonly string[] {
  return [first?.framing?.warning ?? [], first?.framing?.attachedText ?? [], occasionTexts(first?.framing?.occasion)].flat()
}

/** Without words something else has to be there; and below a warning words alone, for the server would make the warning the post, before everybody's eyes. */
function checkWordless({ hasMedia, quote, framing }: { readonly [Key in 'quote' | 'framing']: OutgoingPart[Key] | undefined } & { readonly hasMedia: boolean }, account: Account, network: NetworkCapabilities): readonly PostProblem[] {
  if (!hasMedia && (quote === undefined || network.quote.mayBeAlone !== true)) return [stop('empty', account.id)]
  return framing?.warning === undefined ? [] : [stop('warning_without_words', account.id, { network: network.name })]
}

function checkText({ document, media, quote, isComment, framing }: OutgoingPart, account: Account, network: NetworkCapabilities): readonly PostProblem[] {
  const problems: PostProblem[] = []
  const [text, hasMedia] = [documentToText(document), media.length > 0]
  if (text.trim() === '') problems.push(...checkWordless({ hasMedia, quote, framing }, account, network))
  const rule = textRuleFor(account, network, isComment)
  const { count, max, bytes, maxBytes } = countText(textAsSent(document, rule), rule, account.serverLimits, hasMedia, wordsAbove({ framing, quote }, network))
  if (max !== null && count > max) problems.push(stop('text_too_long', account.id, { network: network.name, count, max }))
  if (maxBytes !== null && bytes > maxBytes) problems.push(stop('text_too_many_bytes', account.id, { network: network.name, count: bytes, max: maxBytes }))
  return [...problems, ...checkMarks(text, network).map(({ severity, code, count: amount, max: most }) => ({ severity, code, accountId: account.id, details: { network: network.name, count: amount, max: most } }))]
}

/** Nobody refuses it on the way: what such a network does not take shows when the person stands before it. */
function checkByHand(text: string, { media }: OutgoingPart, account: Account): readonly PostProblem[] {
  const { maxHashtags, needsPicture } = assistedLimitsOf(account)
  const problems: PostProblem[] = []
  const hashtags = maxHashtags === undefined ? 0 : findEntities(text).filter(({ kind }) => kind === 'tag').length
  if (maxHashtags !== undefined && hashtags > maxHashtags.value) problems.push(stop('too_many_hashtags', account.id, { count: hashtags, max: maxHashtags.value }))
  if (needsPicture !== undefined && media.length === 0) problems.push({ severity: 'warn', code: 'picture_expected', accountId: account.id, details: {} })
  return problems
}

/** Nobody refuses it; the network's own program cuts it, where nobody chose. */
function checkShapeByHand(item: PictureItem, account: Account): readonly PostProblem[] {
  const { ratio } = assistedLimitsOf(account)
  return ratio === undefined || isInShape(item, ratio.value) ? [] : [warn('image_cut_by_hand', account.id, { mediaId: item.id, fileName: item.fileName })]
}

/** A post there is a picture with words, or somebody else's; what is said under it is words alone. */
function checkNeeded({ media, isComment, quote }: OutgoingPart, account: Account, { name, images }: NetworkCapabilities): readonly PostProblem[] {
  if (images.needed === undefined) return []
  if (isComment === true) return media.length === 0 ? [] : [stop('no_pictures_in_comments', account.id, { network: name })]
  return media.length > 0 || quote !== undefined ? [] : [stop('picture_needed', account.id, { network: name })]
}

function checkMedia(part: OutgoingPart, account: Account, network: NetworkCapabilities, media: readonly MediaItem[]): readonly PostProblem[] {
  const attached = part.media
  const problems: PostProblem[] = []
  const found = attached.map(({ mediaId, altText }) => ({ mediaId, altText, item: media.find(({ id }) => id === mediaId) ?? null }))
  const items = found.flatMap(({ item }) => item ?? [])
  const videos = items.filter(isVideo)
  const images = attached.length - videos.length
  // What is not taken at all need not be said to be too many, too heavy and of the wrong kind as well.
  const takesPictures = (account.serverLimits.maxMedia ?? network.images.maxCount.value) > 0
  if (images > 0 && !takesPictures) problems.push(stop('pictures_unsupported', account.id, { network: network.name }))
  else problems.push(...checkPlaces(images, videos.length, account, network))
  for (const { mediaId, altText, item } of found) {
    if (item === null) problems.push(stop('image_missing', account.id, { mediaId }))
    else problems.push(...(isVideo(item) || !takesPictures ? [] : [...checkPicture(item, account.id, network), ...checkShapeByHand(item, account)]), ...checkAltText(item, altText, account, network))
  }
  for (const { code, details } of checkVideos(network, videos.map((video) => ({ ...video, mediaId: video.id })), images)) problems.push(stop(code, account.id, details))
  problems.push(...checkCovers(part, account.id, network, media), ...checkCaptions(part, account.id, network, media), ...checkPeople(part, account.id, network, media))
  // Never silent: somebody took the trouble to write them.
  const isLeftOut = network.images.maxAltText.value === 0 && attached.some(({ altText }) => altText.trim() !== '')
  if (isLeftOut) problems.push({ severity: 'warn', code: 'alt_texts_left_out', accountId: account.id, details: { network: network.name } })
  return problems
}

function checkPlaces(images: number, videos: number, account: Account, network: NetworkCapabilities): readonly PostProblem[] {
  const max = account.serverLimits.maxMedia ?? network.images.maxCount.value
  // Where both may stand in one post, they share its places.
  const count = network.video?.withImages.value === true ? images + videos : images
  return count > max ? [stop('too_many_images', account.id, { network: network.name, count, max })] : []
}

function checkAltText(item: MediaItem, altText: string, account: Account, network: NetworkCapabilities): readonly PostProblem[] {
  const { maxAltText } = network.images
  const count = countText(altText, { ...network.text, charactersPerUrl: { ...network.text.charactersPerUrl, value: null } }).count
  const isTooLong = maxAltText.value !== null && maxAltText.value > 0 && count > maxAltText.value
  return isTooLong ? [stop('alt_text_too_long', account.id, { network: network.name, mediaId: item.id, fileName: item.fileName, count, max: maxAltText.value ?? 0 })] : []
}

function checkAltTexts(content: PostContent, media: readonly MediaItem[]): readonly PostProblem[] {
  // Where every account has pictures of its own, nobody gets those of the post.
  const isCommonSent = content.targets.length === 0 || content.targets.some((target) => target.media === undefined)
  const all: readonly (Pick<PostPart, 'media' | 'ownMedia'> & MayBeComment)[] = [{ media: isCommonSent ? content.media : [] }, ...(content.moreParts ?? []).map((part) => (isCommonSentOf(part, content) ? part : { ...part, media: [] }))]
  const placed = (part: (typeof all)[number], place: number, problems: readonly PostProblem[]): readonly PostProblem[] => inPart(all.length === 1 ? {} : { part: place + 1, ...placeIn(all, part) }, problems)
  const ofAccounts = content.targets.flatMap((target) => ofAccount(target.accountId, checkAltTextsOf(target.media ?? [], media)))
  const inParts = all.flatMap((part, place) => placed(part, place, (part.ownMedia ?? []).flatMap((own) => ofAccount(own.accountId, checkAltTextsOf(own.media, media)))))
  return [...all.flatMap((part, place) => placed(part, place, checkAltTextsOf(part.media, media))), ...ofAccounts, ...inParts]
}

function isCommonSentOf({ ownMedia = [] }: Pick<PostPart, 'ownMedia'>, { targets }: PostContent): boolean {
  return targets.length === 0 || targets.some(({ accountId }) => !ownMedia.some((own) => own.accountId === accountId))
}

function ofAccount(accountId: string, problems: readonly PostProblem[]): readonly PostProblem[] {
  return problems.map((problem) => ({ ...problem, accountId }))
}

function checkAltTextsOf(attached: readonly PostMedia[], media: readonly MediaItem[]): readonly PostProblem[] {
  const videos = new Set(media.filter(isVideo).map(({ id }) => id))
  return attached
    .filter(({ altText }) => altText.trim() === '')
    .map(({ mediaId }) => ({ severity: 'warn', code: videos.has(mediaId) ? 'video_alt_text_missing' : 'alt_text_missing', accountId: null, details: { mediaId } }))
}

function warn(code: PostProblemCode, accountId: string, details: PostProblem['details']): PostProblem {
  return { severity: 'warn', code, accountId, details }
}

function stop(code: PostProblemCode, accountId: string, details: PostProblem['details'] = {}): PostProblem {
  return { severity: 'stop', code, accountId, details }
}
