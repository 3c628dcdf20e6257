/** What analysts see in SQL, and what they never do. */
@NullMarked
package za.lexohub.readmodels.analytics;

import org.jspecify.annotations.NullMarked;
