import { useLayoutEffect, useState } from 'react'
import { clientColours, type ClientColour } from '../../shared/workspaces/workspace.ts'
import { SegmentedControl } from '../components/SegmentedControl.tsx'
import { Select } from '../components/Select.tsx'
import { ColourSamples } from './ColourSamples.tsx'
import { ControlSamples } from './ControlSamples.tsx'
import { FeedbackSamples } from './FeedbackSamples.tsx'
import { FieldSamples } from './FieldSamples.tsx'
import { ListSamples } from './ListSamples.tsx'
import { OverlaySamples } from './OverlaySamples.tsx'
import { StateSamples } from './StateSamples.tsx'
import { TypeSamples } from './TypeSamples.tsx'
import styles from './Showcase.module.css'

type Theme = 'system' | 'light' | 'dark'

/**
 * Every token and component on one page, for looking at and for the accessibility check. Only reachable in development, so its
 * texts are English alone.
 */
export function Showcase() {
  const [theme, setTheme] = useState<Theme>('system')
  const [client, setClient] = useState<ClientColour>('pine')

  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['client'] = client
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  }, [theme, client])

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1 className={styles.title}>Design language</h1>
        <div className={styles.choices}>
          <Select
            label="Client colour"
            isLabelHidden
            variant="quiet"
            value={client}
            onChange={setClient}
            options={clientColours.map((colour) => ({ value: colour, label: colour }))}
          />
          <SegmentedControl
            label="Theme"
            value={theme}
            onChange={setTheme}
            segments={[
              { value: 'system', label: 'System' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' }
            ]}
          />
        </div>
      </header>
      <main className={styles.body}>
        <TypeSamples />
        <ColourSamples />
        <ControlSamples />
        <FieldSamples />
        <ListSamples />
        <StateSamples />
        <FeedbackSamples />
        <OverlaySamples />
      </main>
    </div>
  )
}
