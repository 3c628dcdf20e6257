/** Questions about work logged on matters. */
@NullMarked
package za.lexohub.query.work;

import org.jspecify.annotations.NullMarked;
