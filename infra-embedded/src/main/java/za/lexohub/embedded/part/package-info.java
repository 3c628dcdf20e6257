/** What every part is and needs: its life, its folder, its port, and the process it may run in. */
@NullMarked
package za.lexohub.embedded.part;

import org.jspecify.annotations.NullMarked;
