/** How a document that was sent reaches the attorney: rendered, then mailed. */
@NullMarked
package za.lexohub.processes.delivery;

import org.jspecify.annotations.NullMarked;
