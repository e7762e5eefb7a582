/**
 * What is painted on what in the stylesheet, each as a selector in `parts` and the property that paints it. A token
 * that paints nothing at rest (a hover, the focus ring) is set on the probe.
 */
export type Paint = readonly [selector: string, property: string]
export type Pair = readonly [front: Paint, back: Paint]

const ink = (selector: string): Paint => [selector, 'color']
const ground = (selector: string): Paint => [selector, 'background-color']
const line = (selector: string): Paint => [selector, 'border-top-color']
const token = (name: string): Paint => ['#probe', `--_rrl-${name}`]

const surface = token('surface')
const tones = ['danger', 'caution', 'success', 'info']

/** WCAG 2.2, 1.4.3 */
export const texts: readonly Pair[] = [
  [ink('#heading'), surface],
  [ink('#lead'), surface],
  [ink('#quiet'), surface],
  [ink('#counter'), surface],
  [ink('#error'), surface],
  [ink('#input'), ground('#input')],
  [ink('#readonly'), ground('#readonly')],
  [ink('#primary'), ground('#primary')],
  [ink('#primary'), token('action-hover')],
  [ink('#primary'), token('action-active')],
  [ink('#locked'), ground('#locked')],
  [ink('#secondary'), ground('#secondary')],
  [ink('#secondary'), token('hover')],
  [ink('#secondary'), token('idle')],
  [ink('#done'), ground('#done')],
  [ink('#code'), ground('#card')],
  [ink('#meta'), ground('#card')],
  [ink('#code'), token('selection')],
  [ink('#ticked'), ground('#ticked')],
  [ink('#kbd'), ground('#kbd')],
  ...tones.flatMap((tone) => [
    [ink(`#${tone}`), ground(`#${tone}`)] as const,
    [ink(`#${tone} [data-rrl-part='countdown-label']`), ground(`#${tone}`)] as const,
  ]),
]

/** Borders, icons and rings: WCAG 2.2, 1.4.11 */
export const controls: readonly Pair[] = [
  [line('#input'), surface],
  [line('#input'), ground('#input')],
  [line('#invalid'), surface],
  [line('#secondary'), surface],
  [line('#done'), surface],
  [line('#box'), surface],
  [line('#box-ticked'), ground('#ticked')],
  [token('on-action'), token('action')],
  [token('focus'), surface],
  [token('focus'), ground('#card')],
  [token('focus'), token('selection')],
  [ink('#badge'), ground('#badge')],
  ...tones.flatMap((tone) => [
    [ink(`#${tone} svg`), ground(`#${tone}`)] as const,
    [line('#secondary'), ground(`#${tone}`)] as const,
    [token('focus'), ground(`#${tone}`)] as const,
  ]),
]

const alert = (tone: string) => `
  <div data-rrl-part="alert" data-rrl-tone="${tone}" id="${tone}"><svg data-rrl-part="icon"></svg>
    <div data-rrl-part="alert-body"><p data-rrl-part="alert-text">text</p>
    <p data-rrl-part="countdown"><span data-rrl-part="countdown-label">label</span></p></div></div>`

export const parts = `
  <div data-rrl-part="root" data-rrl-layout="card" id="root"><div data-rrl-part="panel">
    <i id="probe"></i>
    <form data-rrl-part="form">
      <span data-rrl-part="badge" id="badge"></span>
      <h1 data-rrl-part="heading" id="heading">heading</h1><p data-rrl-part="lead" id="lead">lead</p>
      <span data-rrl-part="counter" data-rrl-state="complete" id="counter">24 of 24</span>
      <input data-rrl-part="input" id="input"><input data-rrl-part="input" readonly id="readonly">
      <input data-rrl-part="input" aria-invalid="true" id="invalid">
      <p data-rrl-part="error" id="error">error</p>
      ${tones.map(alert).join('')}
      <kbd data-rrl-part="kbd" id="kbd">C</kbd>
      <button data-rrl-variant="primary" data-rrl-part="submit" id="primary">go</button>
      <button data-rrl-variant="primary" data-rrl-part="submit" aria-disabled="true" id="locked">go</button>
      <button data-rrl-variant="secondary" data-rrl-part="send-anyway" id="secondary">send</button>
      <button data-rrl-variant="secondary" data-rrl-part="save-action" data-rrl-state="done" id="done">copied</button>
      <button data-rrl-variant="quiet" data-rrl-part="support" id="quiet">help</button>
      <div data-rrl-part="code-card" id="card"><p data-rrl-part="code-meta" id="meta">meta</p>
        <p data-rrl-part="code" id="code">code</p></div>
      <label data-rrl-part="checkbox-row"><input type="checkbox" data-rrl-part="checkbox" id="box">box</label>
      <label data-rrl-part="checkbox-row" id="ticked"><input type="checkbox" checked data-rrl-part="checkbox" id="box-ticked">box</label>
    </form>
  </div></div>`
