/** Questions of the front end and their answers, with a word on how fresh they are. */
@NullMarked
package za.lexohub.query;

import org.jspecify.annotations.NullMarked;
