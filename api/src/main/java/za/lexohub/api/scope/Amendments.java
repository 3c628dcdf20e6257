package za.lexohub.api.scope;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.scope.ScopeAmendmentView;

/** Finds an amendment as it looks now. */
@FunctionalInterface
public interface Amendments {
  Optional<Answer<ScopeAmendmentView>> get(String tenant, UUID id, Consistency consistency);
}
