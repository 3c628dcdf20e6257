package za.lexohub.readmodels.party;

import org.jspecify.annotations.Nullable;

/**
 * The advocate as the document names its supplier; bank details stay on the document itself.
 *
 * @param bar {@code JOHANNESBURG} or {@code CAPE_TOWN}
 */
public record SupplierView(
    String name,
    String bar,
    boolean vatRegistered,
    @Nullable String practiceNumber,
    @Nullable String vatNumber) {}
