/** How far the host's last step is, `onComplete` or `onConfirm`: not called, running, or failed, so that it can be tried again. */
export type Finishing = 'no' | 'running' | 'failed'
