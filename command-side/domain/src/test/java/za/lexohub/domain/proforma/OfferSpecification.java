package za.lexohub.domain.proforma;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.proforma.ProFormas.NOT_ERASED;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.TOO_LATE;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;

/** An offer as far as it has come. */
abstract class OfferSpecification {
  static final Matters EXEMPT = Matters.matter().exempt();
  static final MatterFiles FILES = (matterId, tenant) -> EXEMPT.file();
  static final Quotes QUOTES = new Quotes(Samples.PRACTICES, Samples.PRICING, FILES);
  static final ProFormas PF = proForma();

  final Specification<ProForma> draft =
      Specification.of(ProForma.class, QUOTES, NOT_ERASED).given(PF.drafted());
  final Specification<ProForma> sent = draft.given(PF.sent(1));
  final ProFormaNegotiationRequested changesWanted =
      new ProFormaNegotiationRequested(
          PF.id(), sealed("note"), Channel.PUBLIC_LINK, "attorney", SENT_AT);
  final Specification<ProForma> negotiating = sent.given(changesWanted);
  final ProFormaExpired expired = new ProFormaExpired(PF.id(), ExpiryPhase.OFFER, TOO_LATE);
}
