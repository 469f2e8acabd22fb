/** A network that is no more: shown where accounts are added, so that nobody looks for it in vain. */
export interface ClosedNetwork {
  readonly id: 'googleplus' | 'viadeo'
  /** Its own name, never translated. */
  readonly name: string
  /** The day of the event that the text of its reason tells (`accounts.dialog.closed`), ISO. */
  readonly since: string
  readonly source: string
  readonly readOn: string
}

export const closedNetworks: readonly ClosedNetwork[] = [
  { id: 'googleplus', name: 'Google+', since: '2019-04-02', source: 'https://news.wirefly.com/2019/01/30/google-plus-shut-down-consumers-april-2', readOn: '2026-11-21' },
  // The day of the court's decision that sold it; when the site closed for good is told nowhere that could be found.
  { id: 'viadeo', name: 'Viadeo', since: '2016-12-23', source: 'https://meilleurtauxpro.com/besoin-de-tresorerie/actualites/2017-janvier/viadeo-repris-par-le-figaro-pour-1-5-million-euros.html', readOn: '2026-11-21' }
]
