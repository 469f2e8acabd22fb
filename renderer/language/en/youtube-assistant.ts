/** How a project is made at Google, and its login. */
export const youtubeAssistant = {
  why: 'Google lets programs speak for a channel only through a project. Make one of your own: it costs nothing, and its ten thousand units a day are yours alone.',
  stepProject: 'In the Google Cloud console, create a project: the list of projects is at the top of the page.',
  stepApi: 'Under “APIs & Services → Library”, look for “YouTube Data API v3” and enable it.',
  stepConsent: 'Under “Google Auth Platform”, press “Get started”: a name, your e-mail, and “External” as the audience.',
  stepScope: 'Under “Data access”, add this permission:',
  stepPublish: 'Under “Audience”, press “Publish app”. As long as it says “Testing”, Google ends the login after seven days.',
  stepClient: 'Under “Clients”, create a client of the type “Desktop app”; no address has to be entered. Copy its ID and its secret into the fields below: Google shows the secret once.',
  stepAudit: 'Comments work at once. Videos that a new project uploads are kept private by YouTube until Google has audited the project: ask for the audit (“YouTube API Services audit”), and until then add YouTube under “By hand” as well.',
  login: 'Your browser opens Google’s own page. Choose the account, then the channel, and allow what is asked for. Google may warn that it has not checked the app: it is your own, “Advanced” leads on.',
  choose: 'This login opens several channels. Which one belongs to this client? The others are connected the same way.'
} as const
