import type { Decorator } from '@storybook/react-vite'

/** The drop-in's surface, for a component shown alone. */
export const onPanel: Decorator = (Story, { globals }) => (
  <div data-rrl-part="root" data-rrl-layout={globals['layout']}>
    <div data-rrl-part="panel">
      <Story />
    </div>
  </div>
)

/** A margin, for a story that uses neither a component nor the kit's stylesheet. */
export const inMargins: Decorator = (Story) => (
  <div style={{ maxWidth: '28rem', margin: 'auto', padding: '1rem' }}>
    <Story />
  </div>
)
