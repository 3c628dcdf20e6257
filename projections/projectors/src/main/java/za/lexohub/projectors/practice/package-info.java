/** Keeps the read model of the practice. */
@NullMarked
package za.lexohub.projectors.practice;

import org.jspecify.annotations.NullMarked;
