/** Questions about the practice. */
@NullMarked
package za.lexohub.query.practice;

import org.jspecify.annotations.NullMarked;
