/** What the past looks like today: one class and one processing group per read model. */
@NullMarked
package za.lexohub.projectors;

import org.jspecify.annotations.NullMarked;
