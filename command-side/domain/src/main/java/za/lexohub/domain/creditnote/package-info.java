/** Credit and debit notes: from the draft to the note that is booked on its invoice. */
@NullMarked
package za.lexohub.domain.creditnote;

import org.jspecify.annotations.NullMarked;
