/** Opens the sealed parts of events for read models. */
@NullMarked
package za.lexohub.projectors.party;

import org.jspecify.annotations.NullMarked;
