import type { Catalogue } from '../catalogue.ts'
import type { proxies as english } from '../en/proxies.ts'

export const proxies: Catalogue<typeof english> = {
  title: 'Proxy',
  text: 'La sortie de ce réseau, telle que la définissent les réglages de cet ordinateur. Ce que vous lui donnez reste dans le trousseau et ne va qu’à ce proxy.',
  banner: {
    wanted: 'Le proxy {{place}} demande un nom et un mot de passe.',
    wrong: 'Le proxy {{place}} n’a pas accepté le nom ou le mot de passe.',
    unsupported: 'Le proxy {{place}} demande une façon de s’identifier que Vigie ne connaît pas.'
  },
  bannerText: {
    wanted: 'D’ici là, rien ne part : ce qui est prévu attend.',
    wrong: 'Ils ne sont pas essayés de nouveau, pour que personne ne soit bloqué. Ce qui est prévu attend.',
    unsupported: 'Il ne propose que l’identification Windows (NTLM, Kerberos) ou Digest ; Vigie sait donner un nom et un mot de passe (Basic). La personne qui gère le réseau peut l’autoriser, ou laisser passer Vigie sans identification.'
  },
  state: {
    wanted: '{{place}} demande un nom et un mot de passe.',
    given: '{{place}} : donnés, essayés au prochain appel.',
    wrong: '{{place}} n’a pas accepté les derniers nom et mot de passe.',
    known: '{{place}} laisse passer Vigie.',
    unsupported: '{{place}} demande l’identification Windows (NTLM, Kerberos) ou Digest, que Vigie ne connaît pas.'
  },
  signInTo: 'S’identifier…',
  signIn: 'S’identifier',
  change: 'Modifier…',
  forget: 'Oublier',
  later: 'Plus tard',
  dialogTitle: 'S’identifier auprès du proxy {{place}}',
  dialogText: 'Demandez à la personne qui gère ce réseau ; souvent, c’est l’identifiant de votre ordinateur. Il est gardé dans le trousseau et n’est donné qu’à ce proxy.',
  name: 'Nom',
  nameColon: 'Un nom pour un proxy ne contient pas de deux-points.',
  password: 'Mot de passe'
}
