import type { TokenEndpointGrantContext } from 'oidc-provider'
import { redeemRecoveryCode } from '../redeem-recovery-code.ts'
import type { Tenant } from '../tenant.ts'
import { issueTokens } from './issue-tokens.ts'
import { required } from './required.ts'

export const recoveryCodeParameters = ['mfa_token', 'recovery_code']
export interface RecoveryCodeParameters {
  readonly mfa_token?: string
  readonly recovery_code?: string
}

/** Exchanges a recovery code for tokens and a new recovery code. */
export async function recoveryCodeGrant(
  tenant: Tenant,
  ctx: TokenEndpointGrantContext<RecoveryCodeParameters>,
): Promise<void> {
  const { client, params } = ctx.oidc
  const { email, scope, newRecoveryCode } = redeemRecoveryCode(tenant, {
    clientId: client.clientId,
    mfaToken: required('mfa_token', params.mfa_token),
    code: required('recovery_code', params.recovery_code),
  })
  const { access_token, id_token, expires_in, token_type } = await issueTokens(ctx, email, scope)
  // In the order of the guide's example. JSON omits undefined members.
  ctx.body = {
    access_token,
    id_token,
    scope,
    expires_in,
    recovery_code: newRecoveryCode,
    token_type,
  }
}
