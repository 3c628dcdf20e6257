package za.lexohub.readmodels.proforma;

import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.party.WordingView;

/** Who a pro forma is for and what it is about. */
public record ProFormaContent(
    PartyView client, @Nullable PartyView attorney, WordingView wording, String matterType) {}
