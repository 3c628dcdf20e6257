package za.lexohub.processes.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses as people typed them. */
final class Address {

  /** Empty when there is none or it is none: no retry makes it one. */
  static Optional<InternetAddress> of(@Nullable String email, String name) {
    if (email == null || email.isBlank()) {
      return Optional.empty();
    }
    try {
      InternetAddress address = new InternetAddress(email.strip(), true);
      address.validate();
      address.setPersonal(name, StandardCharsets.UTF_8.name());
      return Optional.of(address);
    } catch (AddressException e) {
      return Optional.empty();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Address() {}
}
