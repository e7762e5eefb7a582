import { Fragment } from 'react'
import type { Decorator, StoryContext } from '@storybook/react-vite'
import {
  recoveryCodeScenario,
  type Scenario,
  type ScenarioName,
  type ScenarioOptions,
} from 'react-recovery-login/mocks'
import { hurry } from './hurry.ts'
import { issuedAt } from './samples.ts'

/** A story's parameter `login`: a server that answers, and the props that point to it. */
export interface Login extends ScenarioOptions {
  readonly scenario: ScenarioName | 'toolbar'
  /** Timeouts of at least this many ms run a thousand times faster. */
  readonly hurried?: number
}

type Context = Pick<StoryContext, 'id' | 'parameters' | 'globals' | 'canvasElement'>

/** By story and scenario. Each mount of a story is a new login; a toolbar change continues it. */
const scenarios = new Map<string, Scenario>()

/** The current story's server. */
export function scenarioOf(context: Context): Scenario {
  const { scenario: wanted } = loginOf(context)
  const name = wanted === 'toolbar' ? (context.globals['scenario'] as ScenarioName) : wanted
  const key = `${context.id} ${name}`
  const scenario = scenarios.get(key) ?? recoveryCodeScenario(name, loginOf(context))
  scenarios.set(key, scenario)
  return scenario
}

export function answerLogin(context: Context & Pick<StoryContext, 'msw'>): void | (() => void) {
  const login = context.parameters['login'] as Login | undefined
  if (login === undefined) return
  if (!context.canvasElement.hasChildNodes())
    for (const key of scenarios.keys()) if (key.startsWith(`${context.id} `)) scenarios.delete(key)
  context.msw.use(...scenarioOf(context).handlers)
  if (login.hurried) return hurry(login.hurried)
}

export const withLogin: Decorator = (Story, context) => {
  if (context.parameters['login'] === undefined) return <Story />
  const { mfaToken, transport } = scenarioOf(context)
  return (
    <Fragment key={mfaToken}>
      <Story
        args={{
          now: () => issuedAt,
          layout: context.globals['layout'],
          ...context.args,
          mfaToken,
          transport,
        }}
      />
    </Fragment>
  )
}

function loginOf({ parameters }: Context): Login {
  return parameters['login'] as Login
}
