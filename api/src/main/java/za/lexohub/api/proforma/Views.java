package za.lexohub.api.proforma;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.proforma.ProFormaView;

/** Finds a pro forma as it looks now. */
@FunctionalInterface
public interface Views {
  Optional<Answer<ProFormaView>> get(String tenant, UUID id, Consistency consistency);
}
