package za.lexohub.domain.proforma;

import org.jspecify.annotations.Nullable;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Offer;

/** What was agreed: all that an invoice takes from its pro forma. */
public record BillableOffer(
    @Nullable MatterId matterId,
    String matterType,
    Party client,
    Party attorney,
    PersonalData wording,
    Offer offer) {}
