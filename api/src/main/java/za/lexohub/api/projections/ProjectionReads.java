package za.lexohub.api.projections;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.projections.ProjectionQueries;
import za.lexohub.query.projections.Projections;
import za.lexohub.role.QueryRole;

/** Shows how far each reader of the log has come, whichever node runs it. */
@RestController
@QueryRole
public final class ProjectionReads {
  private final ProjectionQueries projections;

  ProjectionReads(ProjectionQueries projections) {
    this.projections = projections;
  }

  @GetMapping("/api/v1/projections")
  @Needs(Permission.READ_PROJECTIONS)
  ResponseEntity<Projections> all() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(projections.all());
  }
}
