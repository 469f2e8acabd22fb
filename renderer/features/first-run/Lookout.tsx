/** The lookout at the masthead over a calm sea: drawn in the theme's own colours. */
export function Lookout(): React.JSX.Element {
  return (
    <svg viewBox="0 0 480 900" preserveAspectRatio="xMidYMax slice" focusable="false">
      <defs>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--accent-tint)" />
          <stop offset="1" stopColor="var(--warning-tint)" />
        </linearGradient>
      </defs>
      <rect width="480" height="900" fill="url(#sky)" />
      <circle cx="330" cy="560" r="64" fill="var(--warning)" opacity="0.55" />
      <g fill="var(--accent)">
        <path d="M0 640 q60 -18 120 0 t120 0 t120 0 t120 0 V900 H0 Z" opacity="0.28" />
        <path d="M0 690 q80 -20 160 0 t160 0 t160 0 V900 H0 Z" opacity="0.42" />
        <path d="M0 760 q70 -16 140 0 t140 0 t140 0 t140 0 V900 H0 Z" opacity="0.6" />
      </g>
      <g stroke="var(--ink)" fill="none" strokeWidth="5" strokeLinecap="round">
        <path d="M190 900 V150" />
        <path d="M190 330 L64 800 M190 330 L316 800" strokeWidth="2" opacity="0.55" />
        <path d="M110 430 H270" strokeWidth="4" />
      </g>
      <g fill="var(--ink)">
        <path d="M150 268 H230 L220 316 H160 Z" />
        <path d="M146 258 H234 V268 H146 Z" />
        <circle cx="196" cy="214" r="13" />
        <path d="M180 258 q2 -32 16 -32 q14 0 16 32 Z" />
        <path d="M204 232 L236 214 L239 220 L210 240 Z" />
        <path d="M232 211 L262 200 L265 208 L236 221 Z" />
      </g>
      <path d="M190 152 L250 168 L190 186 Z" fill="var(--danger)" opacity="0.85" />
    </svg>
  )
}
