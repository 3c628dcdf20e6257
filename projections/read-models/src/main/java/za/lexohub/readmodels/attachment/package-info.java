/** Documents added to matters and invoices as lists show them, in SQL. */
@NullMarked
package za.lexohub.readmodels.attachment;

import org.jspecify.annotations.NullMarked;
