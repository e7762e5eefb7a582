/** The type of {@link privateProps}. */
export interface PrivateProps {
  readonly className: string
  readonly translate: 'no'
  readonly 'data-sentry-block': ''
  readonly 'data-sentry-mask': ''
  readonly 'data-dd-privacy': 'hidden'
  readonly 'data-openreplay-obscured': ''
  readonly 'data-clarity-mask': 'true'
  readonly 'data-hj-suppress': ''
  readonly 'data-private': ''
  readonly 'data-gramm': 'false'
}

/**
 * Keeps an element's content out of session recordings, page translation and writing assistants, by the names each
 * product documents: Sentry, PostHog, rrweb, Datadog, OpenReplay, Amplitude, Clarity, FullStory, Hotjar, LogRocket;
 * Grammarly. Recorders capture text inputs by default: Sentry masks only password and card fields.
 */
export const privateProps: PrivateProps = {
  className:
    'notranslate sentry-block ph-no-capture rr-block rr-ignore rr-mask amp-block amp-mask fs-exclude',
  translate: 'no',
  'data-sentry-block': '',
  'data-sentry-mask': '',
  'data-dd-privacy': 'hidden',
  'data-openreplay-obscured': '',
  'data-clarity-mask': 'true',
  'data-hj-suppress': '',
  'data-private': '',
  'data-gramm': 'false',
}
