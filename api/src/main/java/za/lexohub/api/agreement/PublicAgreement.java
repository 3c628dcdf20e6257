package za.lexohub.api.agreement;

import java.time.Instant;
import za.lexohub.readmodels.agreement.AgreementView;

/**
 * What a client needs to know to sign: no ids, no address of anybody.
 *
 * @param expiresAt when the link stops working
 */
record PublicAgreement(
    Instant expiresAt, String clientName, String terms, String scope, String fees) {

  static PublicAgreement of(Instant expiresAt, AgreementView view) {
    return new PublicAgreement(
        expiresAt, view.client().name(), view.terms(), view.scope(), view.fees());
  }
}
