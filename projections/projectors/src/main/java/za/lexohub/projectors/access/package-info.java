/** Projects events of an attorney's access onto their read models. */
@NullMarked
package za.lexohub.projectors.access;

import org.jspecify.annotations.NullMarked;
