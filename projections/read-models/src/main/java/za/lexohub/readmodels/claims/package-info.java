/** The read side's stores of credit notes, disputes and receipts. */
@NullMarked
package za.lexohub.readmodels.claims;

import org.jspecify.annotations.NullMarked;
