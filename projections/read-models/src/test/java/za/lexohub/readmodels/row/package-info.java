/** Whether a tenant's rows stay with that tenant, whatever a query forgets. */
@NullMarked
package za.lexohub.readmodels.row;

import org.jspecify.annotations.NullMarked;
