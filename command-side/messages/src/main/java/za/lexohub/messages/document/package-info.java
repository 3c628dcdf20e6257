/** The stored papers of a tenant, as the edge may read them. */
@NullMarked
package za.lexohub.messages.document;

import org.jspecify.annotations.NullMarked;
