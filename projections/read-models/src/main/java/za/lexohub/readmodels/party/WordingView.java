package za.lexohub.readmodels.party;

import org.jspecify.annotations.Nullable;

/**
 * The free text of a matter or document.
 *
 * @param narrative of the fees
 */
public record WordingView(String title, @Nullable String description, @Nullable String narrative) {}
