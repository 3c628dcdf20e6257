/** How request bodies are read and checked before anything else looks at them. */
@NullMarked
package za.lexohub.api.input;

import org.jspecify.annotations.NullMarked;
