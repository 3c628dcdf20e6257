/** The read side's stores of attachments and statements. */
@NullMarked
package za.lexohub.readmodels.papers;

import org.jspecify.annotations.NullMarked;
