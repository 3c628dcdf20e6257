/** Projects events of agreements, scope amendments and reminders onto their read models. */
@NullMarked
package za.lexohub.projectors.promises;

import org.jspecify.annotations.NullMarked;
