/** Projects events onto the read model of public links. */
@NullMarked
package za.lexohub.projectors.publiclink;

import org.jspecify.annotations.NullMarked;
