import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../components/ErrorState.tsx'

interface ScreenBoundaryProps {
  readonly children: ReactNode
}

interface ScreenBoundaryState {
  readonly report: string | null
}

/** Keeps a bug in one screen from taking the frame with it. React knows error boundaries only as classes. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, ScreenBoundaryState> {
  override state: ScreenBoundaryState = { report: null }

  static getDerivedStateFromError(error: unknown): ScreenBoundaryState {
    return { report: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }

  override render(): ReactNode {
    const { report } = this.state
    return report === null ? this.props.children : <StoppedScreen report={report} onAgain={() => this.setState({ report: null })} />
  }
}

function StoppedScreen({ report, onAgain }: { readonly report: string; readonly onAgain: () => void }) {
  const { t } = useTranslation('shell')
  return <ErrorState title={t('screenFailed.title')} text={t('screenFailed.text')} report={report} onRetry={onAgain} retryLabel={t('screenFailed.again')} />
}
