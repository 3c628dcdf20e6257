/** What users should know of, and what each of them has read, in SQL. */
@NullMarked
package za.lexohub.readmodels.notification;

import org.jspecify.annotations.NullMarked;
