package za.lexohub.vault;

import java.util.Base64;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.PublicTokens;

/** HMAC-SHA-256 of what the link is for, under a secret that is no master key's any more. */
class DerivedPublicTokens implements PublicTokens {

  private final byte[] secret;

  DerivedPublicTokens(byte[] secret) {
    this.secret = secret.clone();
  }

  @Override
  public String token(ProFormaId proFormaId, LinkPurpose purpose, int generation) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MasterKey.hmac(secret, proFormaId + "|" + purpose + "|" + generation));
  }
}
