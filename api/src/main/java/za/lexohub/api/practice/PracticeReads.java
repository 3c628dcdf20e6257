package za.lexohub.api.practice;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.practice.PracticeQueries;
import za.lexohub.readmodels.practice.PracticeView;
import za.lexohub.role.QueryRole;

/** Shows the practice. */
@RestController
@QueryRole
@RequestMapping("/api/v1/practice")
public final class PracticeReads {
  private final PracticeQueries practices;
  private final Reads reads;

  PracticeReads(PracticeQueries practices, Reads reads) {
    this.practices = practices;
    this.reads = reads;
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<PracticeView> get(HttpServletRequest request, Caller caller) {
    return reads.one(
        request,
        PracticeView::version,
        consistency -> practices.get(caller.tenant().value(), consistency));
  }
}
