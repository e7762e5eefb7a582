/** The ways to save, in the order in which they are offered. CONTRIBUTING says how to add one. */
export const captureActions = ['copy', 'download', 'print', 'share'] as const

/** A way to keep the new recovery code. */
export type CaptureAction = (typeof captureActions)[number]

/** What shows that the code was kept: the platform or the person vouched for it. */
export type CaptureEvidence = CaptureAction | 'copied-by-hand'
