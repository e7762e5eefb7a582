/** The rule of `hosts/rules-on-*.css`, as a host with Tailwind writes it, 3 or 4. */
export const utilities =
  'm-2 p-1 min-h-0 gap-5 border-4 border-solid border-white rounded-none bg-black text-xs text-white text-end italic font-black tracking-widest lowercase outline-2 outline-dotted outline-white cursor-help'

/** Its computed value. */
export const computed: Readonly<Record<string, string>> = {
  'margin-top': '8px',
  'margin-left': '8px',
  'padding-top': '4px',
  'padding-left': '4px',
  'padding-right': '4px',
  'min-height': '0px',
  'row-gap': '20px',
  'border-top-width': '4px',
  'border-top-color': 'rgb(255, 255, 255)',
  'border-top-left-radius': '0px',
  'background-color': 'rgb(0, 0, 0)',
  color: 'rgb(255, 255, 255)',
  'font-size': '12px',
  'line-height': '16px',
  'text-align': 'end',
  'font-style': 'italic',
  'font-weight': '900',
  'letter-spacing': '1.2px',
  'text-transform': 'lowercase',
  'outline-width': '2px',
  'outline-style': 'dotted',
  cursor: 'help',
}
