/** Proxies that want a login. */
export const proxies = {
  title: 'Proxy',
  text: 'The way out of this network, as this computer’s settings have it. What you give it lies in the keychain and goes to this proxy alone.',
  banner: {
    wanted: 'The proxy {{place}} wants a name and a password.',
    wrong: 'The proxy {{place}} did not take the name or the password.',
    unsupported: 'The proxy {{place}} wants a way of signing in that Vigie does not know.'
  },
  bannerText: {
    wanted: 'Until then nothing goes out: what is due waits.',
    wrong: 'They are not tried again, so that nobody is locked out. What is due waits.',
    unsupported: 'It offers Windows sign-in (NTLM, Kerberos) or Digest alone; Vigie can give a name and a password (Basic). Whoever runs the network can allow that, or let Vigie through without.'
  },
  state: {
    wanted: '{{place}} wants a name and a password.',
    given: '{{place}}: given, and tried with the next call.',
    wrong: '{{place}} did not take the last name and password.',
    known: '{{place}} lets Vigie through.',
    unsupported: '{{place}} wants Windows sign-in (NTLM, Kerberos) or Digest, which Vigie does not know.'
  },
  signInTo: 'Sign in…',
  signIn: 'Sign in',
  change: 'Change…',
  forget: 'Forget',
  later: 'Later',
  dialogTitle: 'Sign in to the proxy {{place}}',
  dialogText: 'Ask whoever runs this network; often it is the login of your computer there. It is kept in the keychain, and given to this proxy alone.',
  name: 'Name',
  nameColon: 'A name for a proxy holds no colon.',
  password: 'Password'
} as const
