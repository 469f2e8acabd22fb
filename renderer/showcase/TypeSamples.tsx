import { Row, Sample } from './Sample.tsx'
import styles from './Showcase.module.css'

const sizes = ['display', 'title', 'lead', 'body', 'small', 'micro'] as const
const spaces = [2, 4, 6, 8, 12, 16, 20, 24, 32, 48] as const

export function TypeSamples() {
  return (
    <>
      <Sample title="Type" note="Six sizes, three weights, figures of one width.">
        <dl className={styles.scale}>
          {sizes.map((size) => (
            <Size key={size} name={size} />
          ))}
        </dl>
        <Row>
          {[400, 500, 600].map((weight) => (
            <span key={weight} style={{ fontWeight: weight }}>
              Ça coûte 1 204,50 € à Noël — œuvre, Ÿ, « déjà vu » ({weight})
            </span>
          ))}
        </Row>
      </Sample>
      <Sample title="Space" note="The number is pixels at normal zoom.">
        <div className={styles.steps}>
          {spaces.map((space) => (
            <span key={space} className={styles.step}>
              <i style={{ '--step': `var(--space-${String(space)})` }} />
              {space}
            </span>
          ))}
        </div>
      </Sample>
    </>
  )
}

function Size({ name }: { readonly name: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd style={{ fontSize: `var(--text-${name})`, lineHeight: `var(--leading-${name})`, fontWeight: name === 'display' || name === 'title' ? 600 : 400 }}>
        The lookout at the masthead sees it first: 0123456789
      </dd>
    </>
  )
}
