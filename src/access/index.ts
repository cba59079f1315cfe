export { ApiKey } from "./api-key.entity.js";
export { Unauthenticated } from "./api-key.errors.js";
export { ApiKeyCreated, ApiKeyRevoked, ApiKeyRotated } from "./api-key.events.js";
export {
  GrantApproved,
  GrantRefused,
  GrantRevoked,
  RoleChanged,
  RoleCreated,
  RoleGranted,
} from "./grant.events.js";
export { SigningSecrets } from "./signing-secrets.js";
export { isDigestOf, type SignedMessage } from "./message-signature.js";
export { nonceCache, nonceTable } from "./request-nonce.queries.js";
export { OidcProvider } from "./oidc-provider.js";
export { readOidcSettings } from "./oidc-settings.js";
export { oidcRoutes } from "./oidc.route.js";
export { bearerText, credentialText } from "./session-cookie.js";
export { accessService, type AccessService } from "./access-service.js";
export { authRoutes } from "./auth.route.js";
export { TotpSecrets } from "./totp-secrets.js";
export { PersonResolver } from "./person.resolver.js";
export { GrantResolver } from "./grant.resolver.js";
export { RoleResolver } from "./role.resolver.js";
export { accessNodes } from "./api-key.loader.js";
export { ApiKeyResolver, ViewerResolver } from "./api-key.resolver.js";
export { ensureFirstAdministrator } from "./ensure-first-administrator.js";
export { hubSecret, hubSecretStore } from "./hub-secret.queries.js";
export { credentialVerifier, type CredentialVerifier, type Standing } from "./verify-credential.js";
