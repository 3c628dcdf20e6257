package za.lexohub.api.ratecard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.query.ratecard.RateCardQueries;
import za.lexohub.readmodels.ratecard.RateCardFilter;
import za.lexohub.readmodels.ratecard.RateCardSort;
import za.lexohub.readmodels.ratecard.RateCardView;
import za.lexohub.role.QueryRole;

/** Shows rate cards. */
@RestController
@QueryRole
@RequestMapping("/api/v1/rate-cards")
public final class RateCardReads {
  private final RateCardQueries cards;
  private final Reads reads;

  RateCardReads(RateCardQueries cards, Reads reads) {
    this.cards = cards;
    this.reads = reads;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<RateCardView> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        RateCardView::version,
        consistency -> cards.get(caller.tenant().value(), id, consistency));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"category", "matterType", "retired"},
      sorts = {"createdAt", "name", "category"})
  ResponseEntity<Listing<RateCardView>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    RateCardFilter filter =
        new RateCardFilter(
            Parameters.names(given.anyOf("category", ServiceCategory.class)),
            given.text("matterType"),
            given.flag("retired"));
    var sort = given.sort(RateCardSort.values(), RateCardSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            cards.list(caller.tenant().value(), filter, sort, limit, after, consistency));
  }
}
