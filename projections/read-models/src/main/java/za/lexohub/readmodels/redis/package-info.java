/** What caches in Redis have in common: short waits, scripts, and doing without. */
@NullMarked
package za.lexohub.readmodels.redis;

import org.jspecify.annotations.NullMarked;
