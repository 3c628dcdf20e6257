package za.lexohub.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {

  private final AtomicInteger checked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private boolean keyIsWithdrawn;
  private boolean expired;

  private final RememberedTokens tokens =
      new RememberedTokens(
          token -> {
            checked.incrementAndGet();
            if (keyIsWithdrawn || expired || token.equals("forged")) {
              throw new BadJwtException("refused");
            }
            return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(Instant.MAX)
                .build();
          },
          token ->
              expired
                  ? OAuth2TokenValidatorResult.failure(new OAuth2Error("expired"))
                  : OAuth2TokenValidatorResult.success(),
          nanos::get);

  @Test
  void aTokenIsCheckedOnceAMinuteAndEachForItself() {
    assertThat(tokens.decode("thandi").getSubject()).isEqualTo("thandi");
    assertThat(tokens.decode("thandi").getSubject()).isEqualTo("thandi");
    assertThat(tokens.decode("pieter").getSubject()).isEqualTo("pieter");
    assertThat(checked).hasValue(2);

    nanos.addAndGet(RememberedTokens.REMEMBERED.toNanos());
    tokens.decode("thandi");

    assertThat(checked).hasValue(3);
  }

  @Test
  void aRememberedTokenIsRefusedFromTheMomentAtWhichItExpires() {
    tokens.decode("thandi");
    expired = true;

    assertThatThrownBy(() -> tokens.decode("thandi")).isInstanceOf(BadJwtException.class);
  }

  @Test
  void aTokenOfAWithdrawnKeyIsRefusedAfterAMinute() {
    tokens.decode("thandi");
    keyIsWithdrawn = true;
    nanos.addAndGet(RememberedTokens.REMEMBERED.plus(Duration.ofNanos(1)).toNanos());

    assertThatThrownBy(() -> tokens.decode("thandi")).isInstanceOf(BadJwtException.class);
  }

  @Test
  void aRefusalIsNotRemembered() {
    assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
    assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);

    assertThat(checked).hasValue(2);
  }
}
