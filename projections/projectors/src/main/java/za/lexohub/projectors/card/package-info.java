/** Cards in Redis follow the rows in SQL that they show. */
@NullMarked
package za.lexohub.projectors.card;

import org.jspecify.annotations.NullMarked;
