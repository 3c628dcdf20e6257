/** What attorneys are answered. */
@NullMarked
package za.lexohub.query.access;

import org.jspecify.annotations.NullMarked;
