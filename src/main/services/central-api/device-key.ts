import { exportJWK, generateKeyPair } from 'jose'

/** A key as an RFC 7517 object. */
type Jwk = Record<string, unknown>

/** Makes the kiosk's own key pair (Ed25519). The public half goes into enrolment, the private one into the store. */
export async function generateDeviceKey(): Promise<{ publicKey: Jwk; privateKey: Jwk }> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  return {
    publicKey: { ...(await exportJWK(pair.publicKey)) },
    privateKey: { ...(await exportJWK(pair.privateKey)) },
  }
}
