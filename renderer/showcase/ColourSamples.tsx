import { clientColours } from '../../shared/workspaces/workspace.ts'
import { Avatar } from '../components/Avatar.tsx'
import { Sample } from './Sample.tsx'
import styles from './Showcase.module.css'

const surfaces = ['sunken', 'canvas', 'surface', 'raised', 'hover', 'pressed'] as const
const inks = [
  ['accent', 'on-accent'],
  ['accent-tint', 'accent-text'],
  ['danger', 'on-danger'],
  ['danger-tint', 'danger-text'],
  ['warning-tint', 'warning-text'],
  ['success-tint', 'success-text'],
  ['inverse', 'on-inverse']
] as const

export function ColourSamples() {
  return (
    <>
      <Sample title="Surfaces" note="Paper by day, warm dark by night.">
        <div className={styles.swatches}>
          {surfaces.map((name) => (
            <Swatch key={name} ground={name} ink="ink" />
          ))}
        </div>
      </Sample>
      <Sample title="Accent and meanings">
        <div className={styles.swatches}>
          {inks.map(([ground, ink]) => (
            <Swatch key={ground} ground={ground} ink={ink} />
          ))}
        </div>
      </Sample>
      <Sample title="Clients" note="Twelve colours; name, monogram and place say the same.">
        <div className={styles.clients}>
          {clientColours.map((colour) => (
            <div key={colour} className={styles.client} data-client={colour}>
              <Avatar name={`Maison ${colour}`} shape="client" size={28} />
              <span>
                Maison {colour}
                <small>client text</small>
              </span>
            </div>
          ))}
        </div>
      </Sample>
    </>
  )
}

function Swatch({ ground, ink }: { readonly ground: string; readonly ink: string }) {
  return (
    <div className={styles.swatch} style={{ '--swatch': `var(--${ground})`, '--on-swatch': `var(--${ink})` }}>
      <span>{ground}</span>
      <span>{ink}</span>
    </div>
  )
}
