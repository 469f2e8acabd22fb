import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import type { Voice } from '../../../shared/voice/voice.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { showFailure } from '../../components/show-failure.ts'
import styles from './WhatIsKept.module.css'

/** What the composer learned: words that are right here, hints that nobody wants again. Both can be taken back. */
export function WhatIsKept({ workspaceId, voice: { dictionary, ignored } }: { readonly workspaceId: string; readonly voice: Voice }): React.JSX.Element {
  const { t } = useTranslation('voice')

  async function ask<Name extends 'voice.learn' | 'voice.ignore'>(name: Name, input: RequestInput<Name>): Promise<void> {
    const answer = await studio.request(name, input)
    if (!answer.ok) showFailure(answer.error)
  }

  async function handleShowAgain(): Promise<void> {
    for (const key of ignored) await ask('voice.ignore', { workspaceId, key, isIgnored: false })
  }

  return (
    <>
      {dictionary.length > 0 && (
        <section className={styles.kept} aria-label={t('settings.dictionary')}>
          <h3>{t('settings.dictionary')}</h3>
          <p>{t('settings.dictionaryHint', { count: dictionary.length })}</p>
          <ul>
            {dictionary.toSorted((one, other) => one.localeCompare(other)).map((word) => (
              <li key={word}>
                {word}
                <button type="button" aria-label={t('settings.forget', { word })} onClick={() => void ask('voice.learn', { workspaceId, word, isKnown: false })}>
                  <X size={12} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ignored.length > 0 && (
        <div className={styles.kept}>
          <p>{t('settings.ignored', { count: ignored.length })}</p>
          <Button size="small" onClick={() => void handleShowAgain()}>{t('settings.showAgain')}</Button>
        </div>
      )}
    </>
  )
}
