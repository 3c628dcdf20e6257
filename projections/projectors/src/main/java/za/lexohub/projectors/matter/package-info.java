/** Projects events onto the list of matters and onto their cards. */
@NullMarked
package za.lexohub.projectors.matter;

import org.jspecify.annotations.NullMarked;
