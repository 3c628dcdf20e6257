package za.lexohub.domain.tenancy;

import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;

/** An aggregate that stands in one tenant's books. */
public interface TenantOwned {

  /** The owner; absent before the first event. */
  @Nullable TenantId tenant();

  /**
   * The oldest version that a caller may have read and still decide on; the present one unless the
   * aggregate keeps book of its {@link Changes}.
   */
  default long decidableFrom(long presentVersion) {
    return presentVersion;
  }
}
