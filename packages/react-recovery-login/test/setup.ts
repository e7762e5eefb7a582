import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// Testing Library does so by itself only where `afterEach` is global: a page that stays mounted keeps its timers.
afterEach(cleanup)
