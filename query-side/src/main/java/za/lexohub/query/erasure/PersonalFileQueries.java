package za.lexohub.query.erasure;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.query.matter.MatterQueries;
import za.lexohub.query.proforma.ProFormaQueries;
import za.lexohub.readmodels.erasure.PersonalFileView;
import za.lexohub.readmodels.erasure.PersonalFileViews;
import za.lexohub.readmodels.position.ReadModelGroups;

/** Answers from the {@code personal-files} read model; a file that it does not know is live. */
public final class PersonalFileQueries {

  private final PersonalFileViews views;
  private final MatterQueries matters;
  private final ProFormaQueries proFormas;
  private final AppliedWait applied;

  public PersonalFileQueries(
      PersonalFileViews views,
      MatterQueries matters,
      ProFormaQueries proFormas,
      AppliedWait applied) {
    this.views = views;
    this.matters = matters;
    this.proFormas = proFormas;
    this.applied = applied;
  }

  /**
   * @return empty when this tenant has no such matter
   * @throws NotYetConsistent when the answer would be older than asked for
   * @throws ProjectionParked when the file's events could not be applied
   */
  public Optional<Answer<PersonalFileView>> ofMatter(
      String tenant, UUID id, Consistency consistency) {
    return matters.get(tenant, id, consistency).map(known -> of("MATTER", tenant, id, consistency));
  }

  /** As {@link #ofMatter}. A pro forma on a matter lies in the matter's file. */
  public Optional<Answer<PersonalFileView>> ofProForma(
      String tenant, UUID id, Consistency consistency) {
    return proFormas
        .get(tenant, id, consistency)
        .map(
            known -> {
              UUID matter = known.value().matterId();
              return matter == null
                  ? of("PRO_FORMA", tenant, id, consistency)
                  : of("MATTER", tenant, matter, consistency);
            });
  }

  private Answer<PersonalFileView> of(
      String kind, String tenant, UUID id, Consistency consistency) {
    long position = applied.await(ReadModelGroups.PERSONAL_FILES, consistency);
    Optional<PersonalFileViews.Found> found = views.find(tenant, id);
    found.ifPresent(file -> applied.refuseParked(ReadModelGroups.PERSONAL_FILES, file.id()));
    return new Answer<>(
        found.map(PersonalFileViews.Found::file).orElseGet(() -> PersonalFileView.live(kind, id)),
        position);
  }
}
