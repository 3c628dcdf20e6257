/** The edge over real HTTP and real security, in front of recording doubles of its ports. */
@NullMarked
package za.lexohub.edge;

import org.jspecify.annotations.NullMarked;
