/**
 * The studio's own style rules that touch these elements, as one sheet for a file that stands alone: tokens by day, no rule for what a pointer does, no address.
 * Styles written on an element become a class: the policy of the file lets only its one sheet speak.
 */
export function gatherStyles(elements: readonly HTMLElement[]): string {
  const place = document.createElement('div')
  place.append(...elements)
  const own = classesForOwnStyles(place)
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rulesFor(rule, place)).filter((text) => text !== '')
  return `${byDay([...rules, ...own].join('\n')).replaceAll(/url\([^)]*\)/g, 'none')}\n`
}

function rulesFor(rule: CSSRule, place: HTMLElement): string {
  if (rule instanceof CSSLayerStatementRule) return rule.cssText
  if (rule instanceof CSSStyleRule) return styleFor(rule, place)
  if (!(rule instanceof CSSGroupingRule)) return ''
  const inside = [...rule.cssRules].map((inner) => rulesFor(inner, place)).filter((text) => text !== '')
  if (inside.length === 0) return ''
  if (rule instanceof CSSLayerBlockRule) return `@layer ${rule.name} {\n${inside.join('\n')}\n}`
  // Day and night are the reader's system's; the pack is shown by day.
  return rule instanceof CSSMediaRule && !rule.conditionText.includes('prefers-') ? `@media ${rule.conditionText} {\n${inside.join('\n')}\n}` : ''
}

function styleFor({ selectorText, style, cssText }: CSSStyleRule, place: HTMLElement): string {
  if (selectorText === ':root') return `:root { ${[...style].filter((name) => name.startsWith('--')).map((name) => `${name}: ${style.getPropertyValue(name)};`).join(' ')} }`
  if (/:(?:hover|focus|active|root|host)|\[data-theme/.test(selectorText)) return ''
  try {
    return place.querySelector(selectorText.replaceAll(/::?(?:before|after|marker|placeholder|selection)\b/g, '') || '*') === null ? '' : cssText
  } catch {
    return '' // A selector that only means something with what was taken away.
  }
}

function classesForOwnStyles(place: HTMLElement): readonly string[] {
  const known = new Map<string, string>()
  for (const element of place.querySelectorAll('[style]')) {
    const text = element.getAttribute('style') ?? ''
    const name = known.get(text) ?? `own-${String(known.size + 1)}`
    known.set(text, name)
    element.removeAttribute('style')
    element.classList.add(name)
  }
  return [...known].map(([text, name]) => `.${name} { ${text} }`)
}

/** `light-dark(a, b)` is `a`: browsers of some years ago do not know it. */
export function byDay(css: string): string {
  const start = css.indexOf('light-dark(')
  if (start === -1) return css
  const from = start + 'light-dark('.length
  let [depth, comma, end] = [1, -1, from]
  for (; end < css.length && depth > 0; end++) {
    const sign = css[end]
    if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (sign === ',' && depth === 1 && comma === -1) comma = end
  }
  return `${css.slice(0, start)}${css.slice(from, comma === -1 ? end - 1 : comma).trim()}${byDay(css.slice(end))}`
}
