/** What caches in Redis promise, tried on real servers. */
@NullMarked
package za.lexohub.readmodels.redis;

import org.jspecify.annotations.NullMarked;
