package za.lexohub.api.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.notification.InboxId;
import za.lexohub.messages.notification.NotificationKind;
import za.lexohub.query.Answer;
import za.lexohub.query.notification.NotificationQueries;
import za.lexohub.readmodels.notification.NotificationFilter;
import za.lexohub.readmodels.notification.NotificationSort;
import za.lexohub.readmodels.notification.NotificationView;
import za.lexohub.role.QueryRole;

/** Shows a user what has happened. */
@RestController
@QueryRole
@RequestMapping("/api/v1/notifications")
public final class NotificationReads {

  /**
   * What a user does not see without asking for it.
   *
   * @param kinds muted by this user
   */
  record Muted(List<String> kinds) {}

  private final NotificationQueries notices;
  private final Reads reads;

  NotificationReads(NotificationQueries notices, Reads reads) {
    this.notices = notices;
    this.reads = reads;
  }

  @GetMapping
  @Needs(Permission.READ_NOTIFICATIONS)
  @Takes(
      list = true,
      value = {"kind", "unread"},
      sorts = {"createdAt"})
  ResponseEntity<Listing<NotificationView>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    NotificationFilter filter =
        new NotificationFilter(
            Parameters.names(given.anyOf("kind", NotificationKind.class)),
            Boolean.TRUE.equals(given.flag("unread")));
    var sort = given.sort(NotificationSort.values(), NotificationSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            notices.list(
                caller.tenant().value(), inbox(caller), filter, sort, limit, after, consistency));
  }

  @GetMapping("/muted")
  @Needs(Permission.READ_NOTIFICATIONS)
  ResponseEntity<Muted> muted(HttpServletRequest request, Caller caller) {
    return reads.plain(
        request,
        consistency -> {
          Answer<List<String>> kinds =
              notices.muted(caller.tenant().value(), inbox(caller), consistency);
          return new Answer<>(new Muted(kinds.value()), kinds.position());
        });
  }

  private static UUID inbox(Caller caller) {
    return InboxId.of(caller.tenant(), caller.subject()).value();
  }
}
