package za.lexohub.readmodels.notification;

import java.util.Set;

/**
 * Which notices a list holds.
 *
 * @param kind any of these; when empty, all that the user has not muted
 * @param unread only what the user has not read
 */
public record NotificationFilter(Set<String> kind, boolean unread) {

  public NotificationFilter {
    kind = Set.copyOf(kind);
  }
}
