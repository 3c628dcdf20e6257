package za.lexohub.api.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import za.lexohub.messages.notification.NotificationKind;

/** What a user says about notices. */
final class NotificationBodies {

  /** What the user has read. */
  @Schema(
      name = "NotificationsReadByUser",
      example = "{\"ids\": [\"0c1e8a2e-6a5b-3a53-9d0a-5d6c2f0f1a11\"]}")
  record Read(
      @NotNull(message = "must be given") @Size(min = 1, max = 500)
          List<@NotNull(message = "must be given") UUID> ids) {}

  /** All that the user does not want to see from now on; everything is seen again when empty. */
  @Schema(name = "NotificationsMutedByUser", example = "{\"kinds\": [\"INVOICE_SENT\"]}")
  record Mute(
      @NotNull(message = "must be given") @Size(max = 50)
          List<@NotNull(message = "must be given") NotificationKind> kinds) {}

  private NotificationBodies() {}
}
