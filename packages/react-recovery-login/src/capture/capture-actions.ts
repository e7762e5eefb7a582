/** The ways to save, in the order in which they are offered. CONTRIBUTING says how to add one. */
export const captureActions = ['copy', 'download', 'print', 'share'] as const

/** A way to save the new recovery code. */
export type CaptureAction = (typeof captureActions)[number]

/** Proof that the code was saved: the platform or the person confirmed it. */
export type CaptureEvidence = CaptureAction | 'copied-by-hand'
