import { askHost } from '../host/call-host.ts'
import { within } from '../host/within.ts'
import type { Labels } from '../labels/labels.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import { browserPlatform } from './browser-platform.ts'
import { captureActions, type CaptureAction } from './capture-actions.ts'
import type { CaptureContext, CaptureOptions } from './capture-options.ts'
import type { ActionResult, CapturePlatform } from './capture-platform.ts'
import { savedText } from './saved-text.ts'
import type { Secret } from './secret.ts'

/** The ways to save on this platform; none on a server. */
export function offered(options: CaptureOptions): readonly CaptureAction[] {
  if (typeof window === 'undefined') return []
  const platform = platformWith('offers', options)
  return captureActions.filter((action) => askHost(() => platform.offers?.(action), false))
}

/** Milliseconds: a closed share sheet may never settle, and must not hold anyone up. */
const TIMEOUT = 10_000

/** Calls the platform synchronously. Never rejects: if the platform throws, the save failed. */
export async function save(
  action: CaptureAction,
  newRecoveryCode: Secret,
  issuedAt: number,
  options: CaptureOptions,
): Promise<ActionResult> {
  try {
    const performed = perform(action, newRecoveryCode, issuedAt, options)
    const result = await within(TIMEOUT, performed, 'asked')
    return result === 'done' || result === 'asked' ? result : 'failed'
  } catch {
    return 'failed'
  }
}

/** The host's if it has the member, else the browser's. Call methods on it: it may be a class instance. */
function platformWith(
  member: keyof CapturePlatform,
  { platform }: CaptureOptions,
): NonNullable<CaptureOptions['platform']> {
  return platform?.[member] === undefined ? browserPlatform : platform
}

function perform(
  action: CaptureAction,
  newRecoveryCode: Secret,
  issuedAt: number,
  options: CaptureOptions,
): Promise<ActionResult> | undefined {
  const platform = platformWith(action, options)
  const labels = resolveLabels(options.labels)
  const code = newRecoveryCode.reveal()
  const { fileText = (context) => savedText(context, labels) } = options
  const text = () => fileText({ ...contextOf(options, issuedAt), code })
  const ways: Readonly<Record<CaptureAction, () => Promise<ActionResult> | undefined>> = {
    copy: () => platform.copy?.(code),
    download: () =>
      platform.download?.({ name: fileNameOf(options, issuedAt, labels), text: text() }),
    print: () => platform.print?.(),
    share: () => platform.share?.(text()),
  }
  return ways[action]()
}

/** The download's file name. */
export function fileNameOf(options: CaptureOptions, issuedAt: number, labels: Labels): string {
  const { fileName = labels['file.name'] } = options
  if (typeof fileName !== 'function') return fileName
  return askHost(() => fileName(contextOf(options, issuedAt)), labels['file.name'])
}

function contextOf({ site, account }: CaptureOptions, issuedAt: number): CaptureContext {
  return {
    ...(site !== undefined && { site }),
    ...(account !== undefined && { account }),
    date: new Date(issuedAt),
  }
}
