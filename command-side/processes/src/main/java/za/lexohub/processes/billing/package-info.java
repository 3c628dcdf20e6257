/** How an accepted pro forma becomes an invoice draft that its advocate knows of. */
@NullMarked
package za.lexohub.processes.billing;

import org.jspecify.annotations.NullMarked;
