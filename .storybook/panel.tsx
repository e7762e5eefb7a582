import type { Decorator } from '@storybook/react-vite'

/** The surface that the drop-in would give, for a component that stands alone. */
export const onPanel: Decorator = (Story, { globals }) => (
  <div data-rrl-part="root" data-rrl-layout={globals['layout']}>
    <div data-rrl-part="panel">
      <Story />
    </div>
  </div>
)
