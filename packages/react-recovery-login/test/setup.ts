import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// Testing Library only does so itself if `afterEach` is global: a mounted page keeps its timers.
afterEach(cleanup)
