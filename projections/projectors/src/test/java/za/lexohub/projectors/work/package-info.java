/** Tests the list of the work on matters. */
@NullMarked
package za.lexohub.projectors.work;

import org.jspecify.annotations.NullMarked;
