package za.lexohub.vault;

import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.PublicTokens;

/** HMAC-SHA-256 of what the link is for, under a secret that is no master key's any more. */
class DerivedPublicTokens implements PublicTokens {

  private final Supplier<byte[]> source;
  private volatile byte @Nullable [] known;

  /**
   * @param source first asked when a token is wanted: a node starts without its key service
   */
  DerivedPublicTokens(Supplier<byte[]> source) {
    this.source = source;
  }

  private byte[] secret() {
    byte[] secret = known;
    if (secret == null) {
      secret = source.get();
      known = secret;
    }
    return secret;
  }

  @Override
  public String token(UUID subject, LinkPurpose purpose, int generation) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(LocalMasterKey.hmac(secret(), subject + "|" + purpose + "|" + generation));
  }
}
