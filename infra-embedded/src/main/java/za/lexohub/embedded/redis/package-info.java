/** The Redis server that holds counts and caches. */
@NullMarked
package za.lexohub.embedded.redis;

import org.jspecify.annotations.NullMarked;
