/** What has to happen by itself about credit notes, disputes and receipts. */
@NullMarked
package za.lexohub.processes.claims;

import org.jspecify.annotations.NullMarked;
