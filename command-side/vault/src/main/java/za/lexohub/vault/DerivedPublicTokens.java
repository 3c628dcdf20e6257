package za.lexohub.vault;

import java.util.Base64;
import java.util.UUID;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.PublicTokens;

/** HMAC-SHA-256 of what the link is for, under a secret that is no master key's any more. */
class DerivedPublicTokens implements PublicTokens {

  private final byte[] secret;

  DerivedPublicTokens(byte[] secret) {
    this.secret = secret.clone();
  }

  @Override
  public String token(UUID subject, LinkPurpose purpose, int generation) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MasterKey.hmac(secret, subject + "|" + purpose + "|" + generation));
  }
}
