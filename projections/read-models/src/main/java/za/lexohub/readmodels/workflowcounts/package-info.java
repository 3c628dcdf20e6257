/** How many matters, pro formas and invoices stand where: sets in Redis, with SQL as the truth. */
@NullMarked
package za.lexohub.readmodels.workflowcounts;

import org.jspecify.annotations.NullMarked;
