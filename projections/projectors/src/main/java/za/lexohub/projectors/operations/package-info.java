/** What an operator sees of the processing groups, and can do about them. */
@NullMarked
package za.lexohub.projectors.operations;

import org.jspecify.annotations.NullMarked;
