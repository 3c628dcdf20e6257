/** What an invoice says, as its papers and its mails both need it. */
@NullMarked
package za.lexohub.processes.invoice;

import org.jspecify.annotations.NullMarked;
