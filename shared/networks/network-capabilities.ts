import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { PostFormat } from '../posts/post-format.ts'
import type { OccasionKind } from '../posts/occasion.ts'
import type { PostButton, Quoters, Reach, Repliers } from '../posts/post-framing.ts'
import type { Act, ActOffer } from './acts.ts'
import type { ChannelKind } from './channel-kinds.ts'
import type { EditRule } from './edit-rule.ts'
import type { FormatRule } from './format-rule.ts'
import type { NetworkId } from './network-id.ts'
import type { OwnApp } from './own-app.ts'
import type { PaidMessagesRule } from './paid-messages.ts'
import type { PinRule } from './pin-rule.ts'
import type { QuoteRule } from './quote-rule.ts'
import type { Sourced } from './sourced.ts'
import type { LinkRule } from './link-rule.ts'
import type { TagsRule } from './tags-rule.ts'
import type { TermsRule } from './terms-rule.ts'
import type { TextRule } from './text-rule.ts'
import type { ImageRule } from './image-rule.ts'
import type { VideoRule } from './video-rule.ts'

/** Whether programs may delete a post that is out. */
export interface RemovalRule {
  readonly offer: Sourced<ActOffer>
  /** Only so long after it went out, in ms. */
  readonly within?: Sourced<number>
  /** What one deletion costs, in thousandths of a US dollar. Left out where it costs nothing. */
  readonly price?: Sourced<number>
  /** It lies in the network's own bin then, from which a person can bring it back. */
  readonly toBin?: true
}

/** Which polls a post may have, where the network has any. */
export interface PollRule {
  readonly choices: Sourced<{ readonly min: number; readonly max: number }>
  /** Of one choice, in characters. */
  readonly maxChoice: Sourced<number>
  /** How long people can answer, in minutes: whatever lies between two bounds, or one of these. */
  readonly minutes: Sourced<{ readonly min: number; readonly max: number } | readonly number[]>
  /** Whether people may be let choose more than one. */
  readonly multiple: Sourced<boolean>
  /** Whether pictures may stand in the same post. */
  readonly withMedia: Sourced<boolean>
  /** The network sets the question apart: the last paragraph, so long at most; what stands above it, so long. Left out: the post's text is the question. */
  readonly question?: Sourced<{ readonly max: number; readonly above: number }>
}

/** What of how a post stands a network lets choose; what is left out it does not. */
export interface FramingRule {
  /** Above the words, and counts as they do. */
  readonly warning?: Sourced<true>
  /** Whom a post may be for: at choice, the usual one first. */
  readonly reaches?: Sourced<readonly Reach[]>
  readonly language?: Sourced<true>
  /** Who may answer: at choice, the usual one first. */
  readonly repliers?: Sourced<readonly Repliers[]>
  /** Who may quote the post: at choice, beside what the account has set there. */
  readonly quoters?: Sourced<readonly Quoters[]>
  /** `max`: in characters. `refused`: signs that may not stand in it. */
  readonly topic?: Sourced<{ readonly max: number; readonly refused: string }>
  /** A long text may stand below words alone, without pictures, films or a poll: so long, in the unit that the network counts words in. */
  readonly attachedText?: Sourced<{ readonly max: number }>
  /** Pictures and films may be covered until somebody opens them. */
  readonly covered?: Sourced<true>
  /** What its link may be: at choice, the usual one first. Without a link there is none, but to `call`. */
  readonly buttons?: Sourced<readonly PostButton[]>
  /** A post may be an event or an offer instead of an update; `maxTitle`: of its name, in characters. */
  readonly occasions?: Sourced<{ readonly kinds: readonly OccasionKind[]; readonly maxTitle: number }>
  /** It may be said that pictures or films were made with AI. */
  readonly madeWithAi?: Sourced<true>
  /** It may be said that somebody pays for the post. */
  readonly paidPartnership?: Sourced<true>
  /** It may go on to those who follow the account's channel from elsewhere, by a call of its own once it is out. */
  readonly passedOn?: Sourced<true>
  /** Others may be invited to share the post as theirs, at most so many; not to a story. */
  readonly collaborators?: Sourced<{ readonly max: number }>
  /** It may be said where the post is, by the number of a place's Page on Facebook; `without_films`: of films it may not. */
  readonly place?: Sourced<'always' | 'without_films'>
}

/** Who is shown in the files of a post may be told, by their user names: with a picture where on it; of a film only where it stands alone. */
export interface PeopleShownRule {
  /** For the whole post. */
  readonly max: Sourced<number>
}

/** What a site files a post under. `field`: the network's own name of it. `are`: what people call them there. `most`: so many for a post; left out: any number. */
export interface CategoriesRule {
  readonly field: Sourced<string>
  readonly are: 'categories' | 'sections' | 'labels'
  readonly most?: Sourced<number>
  /** No post goes without one. */
  readonly isNeeded?: true
}

/** What customers say of a place, with stars: each has one answer of the owner's, which can be changed, and deleted by the act `delete`. */
export interface ReviewsRule {
  /** How long that answer may be, in characters and in bytes of UTF-8; null: no such bound. */
  readonly maxReply: Sourced<{ readonly characters: number | null; readonly bytes: number | null }>
}

/** How long somebody may be kept from writing, or out. */
export interface SilenceRule {
  /** At choice, the first one unless another is chosen, in minutes; null: until it is ended. */
  readonly minutes: Sourced<readonly (number | null)[]>
}

/** Keeping somebody from writing private messages to the account. */
export interface BlocksMessagesRule {
  /** What the login needs for it. */
  readonly right: string
  /** What it costs, and what ending it does, in thousandths of a US dollar. */
  readonly price: Sourced<number>
}

/** Keeping authors out of a place, or from writing to those who moderate it. */
export interface ModeratedAuthorsRule {
  readonly acts: readonly Act[]
  /** Before the name of a place, as people write it there. */
  readonly placeSign: string
  /** What the login needs for it. */
  readonly right: string
  /** Of a ban. */
  readonly ban: SilenceRule
  /** Its mute keeps the author from writing to the moderators, and from nothing else: so long, in minutes. */
  readonly muteLasts: Sourced<number>
}

/** `message`: to direct answers alone; what stands below it already can be answered. `discussion`: all that stands under the post, or in the topic. */
export interface LockRule {
  readonly closes: Sourced<'message' | 'discussion'>
  /** Nobody answers what is closed, whoever closed it. Left out: the account may, or nobody says whether it may. */
  readonly refusesAnswers?: Sourced<true>
  readonly right?: string
}

/** What a network can do, as data: composer, checks, inbox and tests read it; adapters never contradict it. What it leaves out has its reason in `lacks.ts`. */
export interface NetworkCapabilities {
  readonly id: NetworkId
  /** Its own name, never translated. */
  readonly name: string
  /** `by_hand`: nothing is connected; the person publishes there. */
  readonly connectBy: 'app_password' | 'browser_login' | 'built_in' | 'by_hand'
  /**
   * What its adapter is tested against. real: a server of the network's own software · spec: the network's machine-readable description, each request
   * and answer · fake: only what the documentation says, by a fake of ours.
   */
  readonly verifiedBy: 'real' | 'spec' | 'fake'
  /** People say which server is theirs. `notTyped`: hosts of the network itself, which nobody wrote. Left out: the network is at places of its own, and nobody writes an address. */
  readonly typedServer?: { readonly notTyped: readonly string[] }
  /** Logins there go through an app of the user's own, or may do so. Left out where the network needs none. */
  readonly ownApp?: OwnApp
  /** A second way in, through the browser, of a network whose first one is an app password. Left out where there is none. */
  readonly browserLogin?: {
    /** ms until the person has to sign in again, however often the access was renewed meanwhile. */
    readonly lifetime: Sourced<number>
    /** The login server is told of the path beforehand, and takes any port of this computer. */
    readonly redirect: 'any_port'
  }
  readonly text: TextRule
  readonly images: ImageRule
  /** Left out where Vigie sends none. */
  readonly video?: VideoRule
  /** What a post may be there instead of an ordinary one, each with what differs. Left out: nothing. */
  readonly formats?: Readonly<Partial<Record<PostFormat, FormatRule>>>
  /** Whether bold, lists and links under words survive; else the plain text is sent. */
  readonly richText: boolean
  readonly hasTitle: boolean
  /** How long a title may be, in characters. Left out where no bound matters. `isOptional`: a post may go without one. */
  readonly title?: { readonly max: Sourced<number>; readonly isOptional?: true }
  /** Left out where a post has no tags but those among its words. */
  readonly tags?: TagsRule
  /** The field for the few words that stand for a post in lists and feeds. Left out where there is none. */
  readonly teaser?: Sourced<string>
  /** Left out where a post has no address but those among its words. */
  readonly link?: LinkRule
  /** The field for what a site files its posts under, chosen from what it has. Left out where there is none, or it is chosen with the account. */
  readonly categories?: CategoriesRule
  /** Signs that stand neither in a title nor in a text there, nor in a tag. Left out where all may. */
  readonly refusedSigns?: Sourced<string>
  /** How a repeated create is recognised: see the ladder in `decide-after-send.ts`. `ask`: not at all, and it cannot be looked up; the user is asked. */
  readonly idempotency: 'client_chosen_id' | 'idempotency_header' | 'look_up' | 'ask'
  /** For private messages, where they know another way than posts (or none). */
  readonly messageIdempotency?: NetworkCapabilities['idempotency']
  /** What the network is still at work on has no name yet: only what is out has one. Left out: it goes by its later name, or is looked for by a name of its own. */
  readonly namesLater?: true
  /** The network publishes by itself at a time it is given, with the computer off: how far ahead that time has to be and may be, in ms. Left out where it does not. */
  readonly nativeSchedule?: {
    readonly minAhead: Sourced<number>
    readonly maxAhead: Sourced<number | null>
    /** The page of the network's own that lists what waits, after the server's address, for people without Vigie. Left out where there is none. */
    readonly page?: string
    /** What it publishes gets a name of its own, which nothing tells beforehand. Left out: it keeps the one that it has while it waits. */
    readonly isNamedAnew?: true
  }
  /** What the network asks for a post, in thousandths of a US dollar. Left out where posts cost nothing. */
  readonly price?: { readonly plain: Sourced<number>; readonly withLink: Sourced<number> }
  /** Private messages are answers alone: how long after the other person's last one the account may write, in ms. Such messages take no likes from programs. Left out: at any time. */
  readonly messageWindow?: Sourced<number>
  /** A comment may be answered in private too, once, so long after it was written, in ms. Left out: it may not. */
  readonly privateReply?: Sourced<number>
  /** Its rule, or why a post there has no poll; `not_here`: the account's server has them turned off (`withServerLimits`). */
  readonly poll: PollRule | Exclude<ActOffer, 'yes'> | 'not_here'
  /** Quoting a post of somebody else's in one of ours. */
  readonly quote: QuoteRule
  /** Messages `on_demand` cost money: they are read when the person asks, and not with the rest. `reviews`: left out where there are none, or none for programs (`noted` in `lacks.ts`). */
  readonly inbox: { readonly comments: boolean; readonly mentions: boolean; readonly messages: boolean | 'on_demand'; readonly reviews?: ReviewsRule }
  /** Only of messages `on_demand`. */
  readonly paidMessages?: PaidMessagesRule
  /**
   * What becomes of a post in several parts. `replies`: each part is a post that answers the one before. `joined`: the network has no threads;
   * the parts go out as one post, one below the other.
   */
  readonly threads: 'replies' | 'joined'
  /** Of a network that joins: the account may comment on its own post. Left out: it may not, or not by the interface. */
  readonly firstComment?: true
  readonly canReply: boolean
  /** Who names the account elsewhere is shown, and programs can do nothing about it: no answer, no act. Left out: as of comments. */
  readonly mentionsAreShownAlone?: true
  readonly canLike: boolean
  readonly acts: Readonly<Record<Act, ActOffer>>
  /** Deleting a post of ours that is out, with all that stands in it. `acts.delete` is about single messages, answers above all. */
  readonly removal: RemovalRule
  /** Changing the words of a post of ours that is out. */
  readonly edit: EditRule
  /** Pinning a post of ours that is out: to the top of a profile, a channel, a category, a community or a blog. */
  readonly pin: PinRule
  /** A report takes a reason and a comment, see `shared/inbox/report.ts`. Left out: it takes neither. */
  readonly reportTakesReason?: true
  /** Its block shuts the author out of the group, the channel or the Page for everybody: people call it a ban. Left out: it stands between two accounts. */
  readonly bansAuthors?: true
  /** What is hidden there waits for somebody to approve it, as a comment that came in may. Left out: it is hidden, and nothing waits. */
  readonly commentsAwaitApproval?: true
  /** Whoever moderates the place where something stands hides it, and nobody else: each message says whether this account may. `right`: what the login needs for it. */
  readonly hideIsForModerators?: { readonly right?: string }
  /** What a lock closes to answers, of which each message says whether this account may close it, and how it stands. `right`: what the login needs for it. Left out: nothing is closed there. */
  readonly lock?: LockRule
  /** Muting and blocking are for those who run the place: whether the account is one of them is told with its limits (`ServerLimits.isStaff`). Left out: any account may. */
  readonly authorActsAreForStaff?: true
  /** Acts about authors that whoever moderates the place where something stands may do, and nobody else: each message says whether this account may. Left out: there are none. */
  readonly moderatedAuthors?: ModeratedAuthorsRule
  /** Its mute keeps the author from writing in the group or on the server, before everybody. Left out: their posts are no longer shown to the account. */
  readonly silence?: SilenceRule
  /** Which of them a private message can be given too, or its author: where messages are posts for a few, all but passing them on. Left out: none. */
  readonly messageActs?: readonly Act[]
  /** Of a network whose accounts are channels: what posts have in one of a kind, which the server tells (`ServerLimits.channel`). Left out: they are all alike. */
  readonly channels?: Readonly<Partial<Record<ChannelKind, ChannelRule>>>
  /** Whoever writes a private message can be kept from writing more, whatever a block of posts is there: of a message, the act `block` is that. Left out: it is as of posts. */
  readonly blocksMessages?: BlocksMessagesRule
  /** What it asks of each post that goes out at once, apart from its words (`shared/posts/post-terms.ts`). Left out: nothing. */
  readonly terms?: TermsRule
  /** How a post may stand there (`shared/posts/post-framing.ts`). Left out: as it always does. */
  readonly framing?: FramingRule
  /** Who is shown in pictures and films may be told. Left out: nobody is. */
  readonly peopleShown?: PeopleShownRule
  /** What Vigie sends there without terms is a draft: the person posts it in the network's own app, and says so on a card. Left out: it goes out by itself. */
  readonly finishedByPerson?: true
  /** What the network counts of a post and of the account, as far as Vigie reads it. Left out: nothing. */
  readonly figures?: FiguresRule
  /** It has a directory of people. `while_typing`: they are looked for with each letter; `on_demand`: by a whole name, and only when the person asks. `price`: of one look, in thousandths of a US dollar. */
  readonly people?: { readonly lookUp: Sourced<'while_typing' | 'on_demand'>; readonly price?: Sourced<number> }
}

/** What differs in a channel of one kind. */
export interface ChannelRule extends Partial<Pick<NetworkCapabilities, 'hasTitle' | 'title' | 'categories' | 'framing' | 'edit'>> {
  /** What differs once more where the access writes there and is told nothing of the channel (`none_told`). */
  readonly toldNothing?: Partial<Pick<NetworkCapabilities, 'edit'>>
}

export interface FiguresRule {
  readonly ofPost: Sourced<readonly PostFigureName[]>
  readonly ofAccount: Sourced<readonly AccountFigureName[]>
  /** Those of posts cannot be asked for: the network tells them with what comes in, when they change, from when it was first listened to. How long it keeps them for who does not listen, ms. */
  readonly toldWithInbox?: Sourced<number>
  /** What one reading costs, in thousandths of a US dollar: then it is read only when the person asks. Left out where it costs nothing. */
  readonly price?: Sourced<number>
}
