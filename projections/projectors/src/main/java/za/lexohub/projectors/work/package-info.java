/** Projects events of work logged on matters onto their read models. */
@NullMarked
package za.lexohub.projectors.work;

import org.jspecify.annotations.NullMarked;
