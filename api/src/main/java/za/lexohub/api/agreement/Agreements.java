package za.lexohub.api.agreement;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.agreement.AgreementView;

/** Finds an agreement as it looks now. */
@FunctionalInterface
public interface Agreements {
  Optional<Answer<AgreementView>> get(String tenant, UUID id, Consistency consistency);
}
