package za.lexohub.domain.invoice;

import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.Supplier;

/**
 * What an invoice says of the next note on it.
 *
 * @param vatPortion of the note's amount
 * @param correctTotal what the invoice comes to with all its notes, this one included
 * @param ordinal counts the notes of this kind, from 1
 */
public record NoteBasis(
    String invoiceNumber, Supplier supplier, Money vatPortion, Money correctTotal, int ordinal) {}
