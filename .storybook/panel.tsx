import type { Decorator } from '@storybook/react-vite'

/** The surface that the drop-in would give, for a component that stands alone. */
export const onPanel: Decorator = (Story, { globals }) => (
  <div data-rrl-part="root" data-rrl-layout={globals['layout']}>
    <div data-rrl-part="panel">
      <Story />
    </div>
  </div>
)

/** A margin, for a story that takes neither a component nor the stylesheet of the kit. */
export const inMargins: Decorator = (Story) => (
  <div style={{ maxWidth: '28rem', margin: 'auto', padding: '1rem' }}>
    <Story />
  </div>
)
