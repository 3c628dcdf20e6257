/** Files of rows that leave the system, in four formats, each as of a position of the log. */
@NullMarked
package za.lexohub.query.export;

import org.jspecify.annotations.NullMarked;
