export { answerRoute, type PlaywrightRoute } from './mocks/answer-route.ts'
export {
  recoveryCodeScenario,
  type Scenario,
  type ScenarioOptions,
} from './mocks/recovery-code-scenario.ts'
export type { ScenarioName } from './mocks/scenario-name.ts'
