import { useTranslation } from 'react-i18next'
import type { CallRecord, CallSummary } from '../../../../shared/outbox/call-summary.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { callWord } from '../story/call-word.ts'
import styles from './CallList.module.css'

/** The requests of one attempt: in plain words first, then as they went over the line. Closed until somebody wants to know. */
export function CallList({ record: { calls, leftOut } }: { readonly record: CallRecord }): React.JSX.Element {
  const { t } = useTranslation('ledger')
  const count = calls.reduce((sum, { times = 1 }) => sum + times, leftOut)
  return (
    <details className={styles.calls}>
      <summary>{t('calls.title', { count })}</summary>
      <ol>
        {calls.map((call, place) => (
          <CallLine key={place} call={call} />
        ))}
      </ol>
      {leftOut > 0 && <p>{t('calls.leftOut', { count: leftOut })}</p>}
      <p>{t('calls.note')}</p>
    </details>
  )
}

function CallLine({ call }: { readonly call: CallSummary }): React.JSX.Element {
  const { t } = useTranslation('ledger')
  const formats = useFormats()
  const { method, host, path, status, said, sentBytes, receivedBytes, tookMs, times } = call
  const facts = [
    ...(times === undefined ? [] : [t('calls.times', { count: times })]),
    ...(sentBytes === null || sentBytes === 0 ? [] : [t('calls.sent', { size: formats.bytes(sentBytes) })]),
    ...(receivedBytes === 0 ? [] : [t('calls.received', { size: formats.bytes(receivedBytes) })]),
    t('seconds', { seconds: formats.number(tookMs / 1000) })
  ]
  return (
    <li>
      <span>
        {t(`calls.${callWord(call)}`, { host })}
        {status !== null && said !== '' && ` ${t('calls.said', { words: said })}`}
      </span>
      <code>
        {method} {host}
        {path}
        {status !== null && ` → ${status}`}
      </code>
      <small>{facts.join(' · ')}</small>
    </li>
  )
}
