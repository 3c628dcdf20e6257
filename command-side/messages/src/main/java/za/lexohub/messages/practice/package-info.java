/** What an advocate's practice is to its documents: its Bar, its VAT status, its terms. */
@NullMarked
package za.lexohub.messages.practice;

import org.jspecify.annotations.NullMarked;
