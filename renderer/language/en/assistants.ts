import { googleBusinessAssistant } from './google-business-assistant.ts'
import { youtubeAssistant } from './youtube-assistant.ts'

/** How an app is made at a network, step by step, and until when its interface is spoken: part of the texts of the accounts. */
export const assistants = {
  youtube: youtubeAssistant,
  googleBusiness: googleBusinessAssistant,
  version: {
    endsTitle: '{{network}} ends the version that this Vigie speaks on {{date}}',
    endedTitle: '{{network}} no longer promises the version that this Vigie speaks, since {{date}}',
    text: 'Version {{name}}: afterwards {{network}} may refuse what Vigie sends. Update Vigie before then; nothing has to be connected again.'
  },
  linkedin: {
    why: 'LinkedIn lets programs publish for a member through an app. Make one of your own: it takes ten minutes and no review. It may publish and delete, and read nothing: comments are read and answered on LinkedIn itself.',
    stepApp: 'On LinkedIn’s developer pages, create an app. It has to name a page: take your company’s, or make one.',
    stepProducts: 'Under “Products”, add “Share on LinkedIn” and “Sign In with LinkedIn using OpenID Connect”.',
    stepAddresses: 'Under “Auth”, enter these three redirect URLs, exactly as they stand here:',
    stepCopy: 'Copy the Client ID and the Primary Client Secret from the same page into the fields below.',
    login: 'Your browser opens LinkedIn’s own page. Check there who is logged in, then allow your app. LinkedIn asks again every sixty days; Vigie says so two weeks before.'
  },
  linkedinPage: {
    why: 'LinkedIn lets programs speak for a page only through an app that it has approved for the Community Management API. It asks for a registered company and looks at the app; without that, publish by hand.',
    stepApp: 'On LinkedIn’s developer pages, create an app for this alone: LinkedIn gives this product to no app that has another one.',
    stepProduct: 'Under “Products”, apply for “Community Management API”, and wait for LinkedIn’s answer.',
    stepAddresses: 'Under “Auth”, enter these three redirect URLs, exactly as they stand here:',
    stepCopy: 'Copy the Client ID and the Primary Client Secret from the same page into the fields below.',
    stepRole: 'Whoever connects the page has to be its super admin or content admin.',
    login: 'Your browser opens LinkedIn’s own page. Log in as the person who manages the page, and allow everything that is asked for. LinkedIn asks again every sixty days; Vigie says so two weeks before.',
    choose: 'This login opens several pages. Which one belongs to this client? The others are connected the same way.'
  },
  reddit: {
    why: 'Reddit lets programs in only through an app that it has approved, and refuses many. If yours is approved, Vigie posts, reads answers, mentions and messages, and answers them. Without that, publish by hand.',
    stepApproval: 'Ask Reddit for access to its interface (“Responsible Builder Policy”), and wait for the answer.',
    stepApp: 'On Reddit’s page for apps, create one of the kind “installed app” (it has no secret) or “web app”.',
    stepAddress: 'As redirect uri, enter this address, exactly as it stands here:',
    stepCopy: 'Copy the id below the app’s name into the field below; a “web app” has a secret too.',
    login: 'Your browser opens Reddit’s own page. Check there who is logged in, then allow your app. Afterwards you choose the profile or the community. Mind each community’s rules: many want no advertising.',
    choose: 'Where do the posts of this account go? Other communities are connected the same way, as accounts of their own.'
  },
  pinterest: {
    why: 'Pinterest lets programs publish through an app. Make one of your own; it begins with Trial access, whose pins nobody else sees. Comments and messages are not given to programs: they are answered on Pinterest itself.',
    stepApp: 'With a business account, on Pinterest’s developer pages: My apps → Connect app. It asks for the address of a privacy policy.',
    stepTrial: 'Wait for the answer to “Trial access”: usually a day.',
    stepAddresses: 'In the app, enter these three redirect links, exactly as they stand here:',
    stepCopy: 'Copy the App id and the App secret key into the fields below.',
    stepStandard: 'Before the first public pin, ask for Standard access (Pinterest wants to see a short film of the app at work). Until then, Pinterest shows your pins to you alone, or refuses them.',
    appId: 'App id',
    appSecret: 'App secret key',
    login: 'Your browser opens Pinterest’s own page. Check there which account is logged in, then allow your app. Afterwards you choose the board.',
    choose: 'Into which board do the pins of this account go? Other boards are connected the same way, as accounts of their own.'
  },
  dailymotion: {
    why: 'Dailymotion lets programs publish on a channel by a key of its own. It may upload and delete videos; views are counted in Dailymotion’s paid reports alone, and there are no comments.',
    stepKey: 'As owner or admin of the channel, in Dailymotion Studio: Organization → API keys → Create API key, and there “Private API key”.',
    stepRights: 'Choose the channel, and switch on the permissions to read the account and to read and manage videos.',
    stepCopy: 'Copy the key and its secret into the fields below: Dailymotion shows the secret once.',
    open: 'Open Dailymotion Studio',
    channel: 'Channel',
    channelHint: 'Its address or name. It may stay empty when the key opens one channel alone.',
    category: 'Category of the videos',
    categoryHint: 'Dailymotion takes none without. For another category, connect the channel a second time.',
    kids: 'Are the videos of this account made for children?',
    kidsHint: 'The law in several countries asks for it: say “for children” when they are meant for people under sixteen.',
    kidsNo: 'Not for children',
    kidsYes: 'For children',
    key: 'API key',
    secret: 'API secret',
    secretHint: 'Both stay in the keychain. Removing the account leaves the key valid: end it in Dailymotion Studio.',
    categories: {
      animals: 'Animals', auto: 'Cars', creation: 'Art', fun: 'Comedy & entertainment', lifestyle: 'Lifestyle & how-to', music: 'Music', news: 'News', people: 'Friends & family', school: 'Education', sport: 'Sport',
      tech: 'Tech', travel: 'Travel', tv: 'TV shows', videogames: 'Video games'
    }
  },
  tiktok: {
    why: 'TikTok lets programs hand over videos and pictures through an app. Make one of your own. Vigie sends a post as a draft at the hour: TikTok’s app announces it, you check the text and post. Or it publishes directly, where the app may do that and you choose for each post who may see it. Comments and messages are not given to programs.',
    stepApp: 'On TikTok’s developer pages: Manage apps → Connect an app. As platform, choose “Desktop”.',
    stepProducts: 'Add the products “Login Kit” and “Content Posting API”; switch on “Direct Post” there only if Vigie is to publish directly.',
    stepAddresses: 'Under “Login Kit”, for “Desktop”, enter these three redirect URIs, exactly as they stand here:',
    stepScopes: 'Under “Scopes”, add these four; the fifth, video.publish, only if Vigie is to publish directly:',
    stepCopy: 'Copy the Client key and the Client secret into the fields below.',
    stepReview: 'Submit the app for review: it takes some days. Until then, create a “Sandbox” of the app, add the TikTok account there as a target user, and take the key and the secret of the sandbox. What goes out directly through an app without TikTok’s audit, from an account that is private, only the account itself sees.',
    stepPictures: 'For pictures: under “URL properties”, verify the domain of this client’s public place for pictures (Settings). TikTok fetches them from nowhere else. For videos alone, skip this step.',
    appKey: 'Client key',
    appSecret: 'Client secret',
    login: 'Your browser opens TikTok’s own page. Check there which account is logged in, and allow everything that is asked for. TikTok lets it be renewed for some months; Vigie says before it ends.'
  }
} as const
