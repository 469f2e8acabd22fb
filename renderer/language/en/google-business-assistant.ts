/** How a project gets to Google's business profiles, and its login. */
export const googleBusinessAssistant = {
  why: 'Google lets programs speak for a business profile (the card of a shop or a restaurant in its search and on its maps) only through a project that it has approved. Make one of your own: it costs nothing. Until Google has approved it, it may make no call at all.',
  stepProfile: 'Google approves who manages a profile that is verified, has been active for more than 60 days and names the website of the business. One of your clients’ will do.',
  stepProject: 'In the Google Cloud console, create a project (the list of projects is at the top of the page), and note its project number.',
  stepForm: 'Ask Google for access with this form; in its list choose “Application for Basic API Access”. The answer comes by e-mail, after some days or weeks:',
  openForm: 'Open Google’s form',
  stepApis: 'Once it is approved, under “APIs & Services → Library”, enable these four: “Google My Business API”, “My Business Account Management API”, “My Business Business Information API” and “Business Profile Performance API”. The first one shows there only then.',
  stepConsent: 'Under “Google Auth Platform”, press “Get started”: a name, your e-mail, and “External” as the audience. Then, under “Audience”, press “Publish app”: as long as it says “Testing”, Google ends the login after seven days.',
  stepScope: 'Under “Data access”, add this permission:',
  stepClient: 'Under “Clients”, create a client of the type “Desktop app”; no address has to be entered: the login comes back to 127.0.0.1, at a port that is free then. Copy its ID and its secret into the fields below: Google shows the secret once.',
  login: 'Your browser opens Google’s own page. Choose the account that manages the profile, and allow what is asked for. Google may warn that it has not checked the app: it is your own, “Advanced” leads on.',
  choose: 'This login opens several profiles. Which one belongs to this client? The others are connected the same way.'
} as const
