package za.lexohub.vault;

import java.util.Base64;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.PublicTokens;

/** HMAC-SHA-256 of what the link is for, under a secret derived from the master key. */
class DerivedPublicTokens implements PublicTokens {

  private final byte[] secret;

  DerivedPublicTokens(MasterKey masterKey) {
    this.secret = masterKey.derive("public-link");
  }

  @Override
  public String token(ProFormaId proFormaId, LinkPurpose purpose, int generation) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MasterKey.hmac(secret, proFormaId + "|" + purpose + "|" + generation));
  }
}
