package za.lexohub.messages.practice;

import za.lexohub.messages.party.PersonalData;

/**
 * The advocate as a document names its supplier, snapshotted so that historic documents never
 * change.
 *
 * @param vatRegistered decides "Tax Invoice" and whether VAT is charged (VAT Act s20)
 * @param details sealed {@link SupplierDetails}
 */
public record Supplier(Bar bar, boolean vatRegistered, PersonalData details) {}
