package za.lexohub.messages;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The advocate whose books these are: the claim {@code tenant} of the caller's token, never a value
 * from a body. Everything that is stored or sent carries it.
 */
public record TenantId(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  @JsonCreator
  public TenantId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a tenant id: 1 to 64 letters, digits, - and _");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
